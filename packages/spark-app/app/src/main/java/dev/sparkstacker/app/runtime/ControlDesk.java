package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.ControlHandler;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.control.View;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.math.BigDecimal;

/** Answers the control socket from the state replica and passes acts on to the engine. */
final class ControlDesk implements ControlHandler {
    private final Views views;
    private final OperatorRequests requests;
    private final Known known;
    private final KillSwitch killSwitch;
    private final KillSwitchFile killSwitchFile;
    private final RunEnd end;

    ControlDesk(
            Views views,
            OperatorRequests requests,
            Known known,
            KillSwitch killSwitch,
            KillSwitchFile killSwitchFile,
            RunEnd end) {
        this.views = views;
        this.requests = requests;
        this.known = known;
        this.killSwitch = killSwitch;
        this.killSwitchFile = killSwitchFile;
        this.end = end;
    }

    @Override
    public View answer(ControlRequest.Query query) {
        return switch (query) {
            case ControlRequest.Status status -> views.status();
            case ControlRequest.Positions positions -> views.positions();
            case ControlRequest.Orders orders -> views.orders();
            case ControlRequest.Trades trades -> views.trades(trades.limit());
            case ControlRequest.Why why -> views.why(why.strategy());
        };
    }

    @Override
    public Outcome act(ControlRequest.Act act, String operator) {
        return switch (act) {
            case ControlRequest.Halt halt -> halt(halt, operator);
            case ControlRequest.Resume resume -> resume(resume, operator);
            case ControlRequest.Reset reset ->
                requests.ask(id -> new OperatorEvent.BreakerResetRequested(
                        id, operator, reset.breaker(), OperatorText.plain(reset.reason())));
            case ControlRequest.Close close -> {
                known.requireMarket(close.market());
                yield requests.ask(id -> new OperatorEvent.CloseRequested(
                        id, operator, close.market(), Rate.ofPct(close.fractionPct())));
            }
            case ControlRequest.Flatten flatten -> flatten(flatten, operator);
            case ControlRequest.Stop stop -> stop(stop, operator);
        };
    }

    private Outcome halt(ControlRequest.Halt halt, String operator) {
        String reason = OperatorText.plain(halt.reason());
        HaltScope scope = halt.scope();
        if (scope == null) {
            return killSwitch.ask(id -> new OperatorEvent.HaltRequested(id, operator, reason));
        }
        known.require(scope);
        return killSwitch.ask(id -> new OperatorEvent.PartialHaltRequested(id, operator, scope, reason));
    }

    /** A market is halted first, so that nothing enters where something is being closed. */
    private Outcome flatten(ControlRequest.Flatten flatten, String operator) {
        String reason = OperatorText.plain(flatten.reason());
        MarketId market = flatten.market();
        if (market == null) {
            return killSwitch.ask(id -> new OperatorEvent.FlattenRequested(id, operator, reason));
        }
        known.requireMarket(market);
        HaltScope scope = new HaltScope.OneMarket(market);
        Outcome halted = killSwitch.ask(id -> new OperatorEvent.PartialHaltRequested(id, operator, scope, reason));
        if (!halted.accepted()) {
            return halted;
        }
        Outcome closed = requests.ask(
                id -> new OperatorEvent.CloseRequested(id, operator, market, Rate.ofPct(BigDecimal.valueOf(100))));
        return new Outcome(true, halted.message() + "; " + closed.message());
    }

    private Outcome resume(ControlRequest.Resume resume, String operator) {
        if (killSwitchFile.isThere()) {
            return new Outcome(
                    false, "the kill-switch file " + killSwitchFile.path() + " is there; remove it, then resume again");
        }
        String reason = OperatorText.plain(resume.reason());
        HaltScope scope = resume.scope();
        if (scope == null) {
            return killSwitch.resume(id -> new OperatorEvent.ResumeRequested(id, operator, reason));
        }
        known.require(scope);
        return killSwitch.resume(id -> new OperatorEvent.PartialResumeRequested(id, operator, scope, reason));
    }

    /** The instance ends whatever the engine says: a person who wants it gone must not depend on the engine. */
    private Outcome stop(ControlRequest.Stop stop, String operator) {
        Outcome outcome = requests.ask(id -> new OperatorEvent.StopRequested(id, operator, stop.flatten()));
        if (stop.flatten()) {
            end.askFlat();
        } else {
            end.ask();
        }
        return outcome.accepted() ? outcome : new Outcome(true, "stopping all the same: " + outcome.message());
    }
}
