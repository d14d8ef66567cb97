package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.Output;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person asked for: it is answered, and once a halt is answered no entry leaves until somebody resumes, whatever
 * is killed in between. A halt that is answered while the journal has failed is no such promise: it ends with the process.
 */
final class Promises {
    private static final long ANSWERED_WITHIN_MS = 20_000;

    private final Map<Long, OperatorEvent> open = new TreeMap<>();
    private final Map<Long, Long> waitedMs = new TreeMap<>();
    private boolean halted;

    void requested(OperatorEvent request) {
        open.put(request.requestId(), request);
        waitedMs.put(request.requestId(), 0L);
    }

    /** Requests without an answer die with the process. */
    void restarted() {
        waitedMs.clear();
    }

    /**
     * Takes an answer. A halt that cannot survive a kill is no promise; a resume that may not survive one ends the promise
     * all the same, because it may.
     *
     * @param durable whether what is told is sure to survive a kill: the journal works
     */
    void told(Output output, boolean durable) {
        if (output instanceof Output.RequestAnswered answered) {
            waitedMs.remove(answered.requestId());
            OperatorEvent request = open.remove(answered.requestId());
            boolean frees = request instanceof OperatorEvent.ResumeRequested;
            if (request != null && answered.accepted() && (durable || frees)) {
                keep(request);
            }
        }
    }

    private void keep(OperatorEvent request) {
        if (request instanceof OperatorEvent.HaltRequested || request instanceof OperatorEvent.FlattenRequested) {
            halted = true;
        } else if (request instanceof OperatorEvent.ResumeRequested) {
            halted = false;
        }
    }

    void commanded(Command.PlaceOrders place) {
        if (halted && !place.reducesRisk()) {
            throw new InvariantBroken("a halt that was promised holds until somebody resumes", place.toString());
        }
    }

    void look(boolean works, long elapsedMs) {
        if (!works) {
            return;
        }
        waitedMs.replaceAll((id, waited) -> waited + elapsedMs);
        waitedMs.forEach((id, waited) -> {
            if (waited > ANSWERED_WITHIN_MS) {
                throw new InvariantBroken("a person's request is answered", open.get(id) + " was not");
            }
        });
    }
}
