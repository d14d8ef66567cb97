package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.ControlHandler;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.control.View;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.util.function.Consumer;

/** Answers the control socket from the state replica and passes acts on to the engine. */
final class ControlDesk implements ControlHandler {
    private final Views views;
    private final OperatorRequests requests;
    private final Consumer<ControlRequest.Stop> stop;

    ControlDesk(Views views, OperatorRequests requests, Consumer<ControlRequest.Stop> stop) {
        this.views = views;
        this.requests = requests;
        this.stop = stop;
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
            case ControlRequest.Halt halt ->
                requests.ask(id -> new OperatorEvent.HaltRequested(id, operator, plain(halt.reason())));
            case ControlRequest.Resume resume ->
                requests.ask(id -> new OperatorEvent.ResumeRequested(id, operator, plain(resume.reason())));
            case ControlRequest.Close close ->
                requests.ask(id -> new OperatorEvent.CloseRequested(
                        id, operator, close.market(), Rate.ofPct(close.fractionPct())));
            case ControlRequest.Flatten flatten ->
                requests.ask(id -> new OperatorEvent.FlattenRequested(id, operator, plain(flatten.reason())));
            case ControlRequest.Stop requested -> {
                Outcome outcome =
                        requests.ask(id -> new OperatorEvent.StopRequested(id, operator, requested.flatten()));
                stop.accept(requested);
                yield outcome;
            }
        };
    }

    /** Control characters would forge lines and colours wherever the reason is shown. */
    private static String plain(String reason) {
        return reason.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
