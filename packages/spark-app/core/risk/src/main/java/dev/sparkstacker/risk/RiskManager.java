package dev.sparkstacker.risk;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.OrderRequest;
import java.util.List;

/** Judges every order before it may leave. Nothing else makes an {@link ApprovedOrder}. */
public final class RiskManager {
    private static final String REDUCING = "reduce-only";
    private static final String ENTRY = "pre-trade checks";

    /** Approves an entry if every check of its proposal passed. */
    public Verdict judge(OrderRequest order, List<Check> checks) {
        for (Check check : checks) {
            if (!check.passed()) {
                return new Verdict.Denied(check, checks);
            }
        }
        return new Verdict.Approved(new ApprovedOrder(order, ENTRY), checks);
    }

    /**
     * Approves an order that can only make a position smaller; entry checks never hold one back.
     *
     * @throws IllegalArgumentException if the order is not reduce-only
     */
    public ApprovedOrder approveReducing(OrderRequest order) {
        if (!order.reduceOnly()) {
            throw new IllegalArgumentException("Not reduce-only: " + order);
        }
        return new ApprovedOrder(order, REDUCING);
    }
}
