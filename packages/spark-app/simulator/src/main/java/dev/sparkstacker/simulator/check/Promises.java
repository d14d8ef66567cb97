package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
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
    private final List<HaltScope> haltedParts = new ArrayList<>();
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
            boolean frees = request instanceof OperatorEvent.ResumeRequested
                    || request instanceof OperatorEvent.PartialResumeRequested;
            if (request != null && answered.accepted() && (durable || frees)) {
                keep(request);
            }
        }
    }

    private void keep(OperatorEvent request) {
        switch (request) {
            case OperatorEvent.HaltRequested _, OperatorEvent.FlattenRequested _ -> halted = true;
            case OperatorEvent.ResumeRequested _ -> halted = false;
            case OperatorEvent.PartialHaltRequested halt -> haltedParts.add(halt.scope());
            case OperatorEvent.PartialResumeRequested resume ->
                haltedParts.removeIf(part -> part.equals(resume.scope()));
            case OperatorEvent.CloseRequested _,
                    OperatorEvent.StopRequested _,
                    OperatorEvent.BreakerResetRequested _ -> {
                // No promise about entries.
            }
        }
    }

    void commanded(Command.PlaceOrders place) {
        if (halted && !place.reducesRisk()) {
            throw new InvariantBroken("a halt that was promised holds until somebody resumes", place.toString());
        }
        for (ApprovedOrder approved : place.orders()) {
            for (HaltScope part : haltedParts) {
                if (!approved.order().reduceOnly() && covers(part, place.account(), approved.order())) {
                    throw new InvariantBroken(
                            "a halt of a part that was promised holds until somebody resumes", part + ": " + place);
                }
            }
        }
    }

    private static boolean covers(HaltScope part, AccountId account, OrderRequest order) {
        return switch (part) {
            case HaltScope.OneStrategy(var strategy) -> order.leg().strategy().equals(strategy);
            case HaltScope.OneMarket(var market) -> order.leg().market().equals(market);
            case HaltScope.OneAccount(var halted) -> account.equals(halted);
        };
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
