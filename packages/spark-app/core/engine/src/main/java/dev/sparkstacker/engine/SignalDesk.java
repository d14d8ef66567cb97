package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.event.SignalAction;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.OutsideSignal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes signals from outside to the strategy they name, and answers what became of them.
 *
 * <pre>
 *  signal ─► its strategy there? entries allowed? ─► strategy ─► judgement told ─► intents held against the position
 *         ─► risk checks ─► answered: taken, or REASON: what was seen, what it had to be
 * </pre>
 */
final class SignalDesk {
    private final World world;

    SignalDesk(World world) {
        this.world = world;
    }

    void on(Turn turn, SignalEvent event) {
        switch (event) {
            case SignalEvent.SignalReceived signal -> {
                String decision = turn.eventId() + "-" + signal.strategy();
                turn.correlate(decision);
                String refusal = refusal(turn, signal);
                turn.correlate(decision);
                String answer = refusal == null ? "taken: " + signal.action() + " " + signal.market() : refusal;
                turn.tell(new Output.RequestAnswered(turn.cause(), signal.requestId(), refusal == null, answer));
            }
        }
    }

    /** Why it was not taken, beginning with the reason's name, or null where it was. */
    private @Nullable String refusal(Turn turn, SignalEvent.SignalReceived signal) {
        Pair pair = pair(signal);
        if (pair == null) {
            return "UNKNOWN_STRATEGY: no strategy " + signal.strategy() + " trades " + signal.market();
        }
        if (signal.action() != SignalAction.CLOSE && world.gate().current() != TradingState.ACTIVE) {
            return world.gate().refusal() + ": trading is " + world.gate().current() + ", "
                    + world.gate().reason();
        }
        BarFeed feed = world.market(signal.market()).feed(pair.config().interval());
        Bar last = feed == null ? null : feed.lastClosed();
        if (last == null) {
            return Reason.WARMING_UP + ": no bar of " + signal.market() + " has closed yet";
        }
        long now = turn.machineNowMs();
        OutsideSignal outside = new OutsideSignal(signal.signalId(), signal.action(), now - signal.sentAtMs(), now);
        int told = turn.outputs().size();
        Judgement judgement = pair.onSignal(turn, outside, last);
        if (judgement == null) {
            return "NOT_A_WEBHOOK: " + signal.strategy() + " takes no signals; its type is "
                    + pair.config().type();
        }
        Reason reason = judgement.reason();
        return reason == null ? denial(turn, told) : reason + ": " + unmet(judgement);
    }

    private @Nullable Pair pair(SignalEvent.SignalReceived signal) {
        for (Pair pair : world.pairs()) {
            if (pair.config().id().equals(signal.strategy())
                    && pair.market().equals(signal.market())
                    && !pair.isRetired()) {
                return pair;
            }
        }
        return null;
    }

    /** The denial among what was told since, or null where nothing was denied. */
    private static @Nullable String denial(Turn turn, int told) {
        List<Output> outputs = turn.outputs();
        for (int i = told; i < outputs.size(); i++) {
            if (outputs.get(i) instanceof Output.EntryDenied denied) {
                return denied.reason() + ": " + denied.value() + ", allowed is " + denied.limit();
            }
        }
        return null;
    }

    private static String unmet(Judgement judgement) {
        return judgement.conditions().stream()
                .filter(condition -> !condition.met())
                .map(condition ->
                        condition.name() + " is " + condition.value() + ", wanted is " + condition.threshold())
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
    }
}
