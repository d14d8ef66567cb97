package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.Denial;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries that were meant and did not come about: denied by the engine, rejected by the venue, or sent and never filled.
 * An order without a fill counts only once nothing is filled up to the next bar, because it may be followed by another.
 */
final class Refusals {
    private static final String REJECTED = "ORDER_REJECTED";
    private static final String UNFILLED = "ORDER_UNFILLED";

    private final List<Denial> all = new ArrayList<>();
    private @Nullable Denial unfilled;
    private long barMs = -1;

    /** A bar was judged; what is refused from here on was asked for on it. */
    void judged(long openTimeMs) {
        settle();
        barMs = openTimeMs;
    }

    void denied(Output.EntryDenied denied) {
        all.add(new Denial(
                barMs,
                denied.cause().venueTimeMs(),
                denied.leg(),
                denied.side(),
                denied.reason().name(),
                denied.value(),
                denied.limit()));
    }

    void ordered(Output.OrderChanged changed) {
        if (changed.order().purpose() != OrderPurpose.ENTRY) {
            return;
        }
        if (changed.state() == OrderState.REJECTED) {
            all.add(ended(changed, REJECTED));
        } else if (changed.filled().isZero()
                && (changed.state() == OrderState.CANCELLED || changed.state() == OrderState.ABSENT)) {
            unfilled = ended(changed, UNFILLED);
        }
    }

    private Denial ended(Output.OrderChanged changed, String reason) {
        OrderRequest order = changed.order();
        return new Denial(
                barMs,
                changed.cause().venueTimeMs(),
                order.leg(),
                order.side(),
                reason,
                order.size() + " at " + order.limit() + ": " + changed.detail(),
                "");
    }

    /** Something was filled, so that an order before it was no end. */
    void filled() {
        unfilled = null;
    }

    private void settle() {
        if (unfilled != null) {
            all.add(unfilled);
            unfilled = null;
        }
    }

    /** All so far, in the order in which they were settled. */
    List<Denial> all() {
        settle();
        return all;
    }
}
