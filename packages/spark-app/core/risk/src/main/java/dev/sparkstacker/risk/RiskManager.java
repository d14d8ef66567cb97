package dev.sparkstacker.risk;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Judges every order before it may leave. Nothing else makes an {@link ApprovedOrder}. */
public final class RiskManager {
    private static final String REDUCING = "reduce-only";
    private static final String ENTRY = "pre-trade checks";

    /** Runs all pre-trade checks, in fixed order, whatever the first says. */
    public List<Check> checkEntry(EntryProposal proposal, EntryContext context) {
        List<Check> checks = new ArrayList<>();
        checkState(context, checks);
        checkMarket(proposal, context, checks);
        checkSize(proposal, context, checks);
        checkExposure(proposal, context, checks);
        return List.copyOf(checks);
    }

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

    private static void checkState(EntryContext context, List<Check> checks) {
        add(checks, Reason.NOT_ACTIVE, context.tradingState() == TradingState.ACTIVE, context.tradingState(), "ACTIVE");
        add(checks, Reason.NOT_RECONCILED, context.reconciled(), context.reconciled(), "true");
    }

    private static void checkMarket(EntryProposal proposal, EntryContext context, List<Check> checks) {
        String fault = Objects.requireNonNullElse(context.feedFault(), "none");
        add(checks, Reason.FEED_DEGRADED, context.feedFault() == null, fault, "none");
        boolean fresh = context.quoteAgeMs() <= context.maxQuoteAgeMs();
        add(checks, Reason.STALE_QUOTE, fresh, context.quoteAgeMs() + " ms", "<= " + context.maxQuoteAgeMs() + " ms");
        boolean confirmed = proposal.leverage().equals(context.confirmedLeverage());
        String leverage = context.confirmedLeverage() == null
                ? "unread"
                : context.confirmedLeverage().toString();
        add(
                checks,
                Reason.LEVERAGE_UNCONFIRMED,
                confirmed,
                leverage,
                proposal.leverage().toString());
        int offered = context.instrument().maxLeverage().times();
        int wanted =
                Objects.requireNonNull(limits(context).minOfferedLeverage()).times();
        add(checks, Reason.LEVERAGE_TOO_LOW, offered >= wanted, offered + "x offered", ">= " + wanted + "x");
    }

    private static void checkSize(EntryProposal proposal, EntryContext context, List<Check> checks) {
        String lot = context.instrument().lot().toString();
        add(checks, Reason.ROUNDS_TO_ZERO, !proposal.size().isZero(), proposal.size(), ">= one lot of " + lot);
        Usd notional = proposal.reference().times(proposal.size());
        Usd minimum = context.instrument().minNotional();
        add(
                checks,
                Reason.BELOW_MIN_NOTIONAL,
                notional.compareTo(minimum) >= 0,
                notional + " USD",
                ">= " + minimum + " USD");
    }

    private static void checkExposure(EntryProposal proposal, EntryContext context, List<Check> checks) {
        Usd notional = proposal.reference().times(proposal.size());
        Usd position = context.positionNotional().plus(notional);
        Usd maxPosition = Objects.requireNonNull(limits(context).maxSize());
        add(
                checks,
                Reason.MAX_POSITION_SIZE,
                position.compareTo(maxPosition) <= 0,
                position + " USD",
                "<= " + maxPosition + " USD");
        Usd total = context.totalExposure().plus(notional);
        Usd maxTotal = Objects.requireNonNull(limits(context).maxExposure());
        add(
                checks,
                Reason.MAX_TOTAL_EXPOSURE,
                total.compareTo(maxTotal) <= 0,
                total + " USD",
                "<= " + maxTotal + " USD");
        int positions = context.openPositions() + 1;
        int maxPositions = Objects.requireNonNull(limits(context).maxConcurrent());
        add(checks, Reason.MAX_CONCURRENT_POSITIONS, positions <= maxPositions, positions, "<= " + maxPositions);
        String holder = Objects.requireNonNullElse(context.oppositeHolder(), "nobody");
        add(checks, Reason.OPPOSITE_ON_NET_ACCOUNT, context.oppositeHolder() == null, holder, "nobody");
        add(checks, Reason.DUPLICATE_ENTRY, !context.duplicate(), context.duplicate(), "false");
    }

    private static LimitSet.Positions limits(EntryContext context) {
        return context.limits().limits().positions();
    }

    private static void add(List<Check> checks, Reason rule, boolean passed, Object value, String limit) {
        checks.add(Check.of(rule, passed, value.toString(), limit));
    }
}
