package dev.sparkstacker.app.control;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A handler that remembers what it was asked and answers with one row. */
public final class RecordingHandler implements ControlHandler {
    public final BlockingQueue<ControlRequest> asked = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> operators = new LinkedBlockingQueue<>();
    private volatile boolean accepting = true;

    /** From now on refuses every act. */
    public void refuse() {
        accepting = false;
    }

    @Override
    public View answer(ControlRequest.Query query) {
        asked.add(query);
        if (query instanceof ControlRequest.Orders) {
            throw new IllegalStateException("no orders today");
        }
        List<List<String>> rows = List.of(List.of("macd-eth/ETH-USD/MAIN", "0.0026"));
        return new View(42, "2026-01-01T00:00:00Z", List.of(new View.Table("Positions", List.of("leg", "size"), rows)));
    }

    @Override
    public Outcome act(ControlRequest.Act act, String operator) {
        asked.add(act);
        operators.add(operator);
        return accepting ? new Outcome(true, "done") : new Outcome(false, "not while flattening");
    }
}
