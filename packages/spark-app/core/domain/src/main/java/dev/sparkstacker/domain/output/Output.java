package dev.sparkstacker.domain.output;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine tells. Projections, logs, metrics and people's views are made of nothing else. */
public sealed interface Output {
    /** Why it exists. */
    Cause cause();

    /** A strategy judged a closed bar. {@code reason} is null where it acted. */
    record BarJudged(
            Cause cause,
            StrategyId strategy,
            MarketId market,
            Interval interval,
            Bar bar,
            Verdict verdict,
            @Nullable Reason reason,
            @Nullable Side side,
            double confidence,
            List<Condition> conditions,
            List<NamedValue> values)
            implements Output {}

    /** An intent was not carried out: the rule, the value it saw and the limit it held it to. */
    record EntryDenied(Cause cause, LegId leg, AccountId account, Side side, Reason reason, String value, String limit)
            implements Output {}

    /**
     * An entry was judged: how it was sized, and every check in its fixed order with what it saw and what it held it to.
     *
     * @param denial the rule that denies it, or null where it was approved
     * @param size whole lots, zero where sizing gave none
     * @param notional what that is worth at the price it was sized at
     * @param wished what its sizing method asked for, or null where the method gave nothing
     * @param caps the limits that made it smaller, in words; empty where none did
     * @param riskLeft what it loses at its stop, or null without one
     */
    record EntryJudged(
            Cause cause,
            LegId leg,
            AccountId account,
            Side side,
            @Nullable Reason denial,
            Quantity size,
            Usd notional,
            @Nullable Usd wished,
            String caps,
            @Nullable Usd riskLeft,
            List<RiskCheck> checks)
            implements Output {}

    /**
     * A circuit breaker changed its stage.
     *
     * @param scope what it holds for, such as {@code global} or {@code market ETH}
     * @param name its name, as a person resets it
     * @param value what it was judged by, with its unit
     * @param threshold where it trips, with its unit
     * @param action what follows, or null unless it tripped
     * @param by who reset it, {@code cool-off}, or {@code engine}
     * @param reason why, in words; empty where the numbers say it all
     */
    record BreakerChanged(
            Cause cause,
            BreakerKind breaker,
            String scope,
            String name,
            BreakerStage from,
            BreakerStage to,
            String value,
            String threshold,
            @Nullable BreakerAction action,
            String by,
            String reason)
            implements Output {}

    /** A kill switch was pulled or released. */
    record KillSwitchChanged(Cause cause, String scope, boolean pulled, String reason, String who) implements Output {}

    /**
     * What the venue says of a halt or a flattening on one account.
     *
     * @param scope what is halted, such as {@code global} or {@code market ETH}
     * @param action what was asked for; a flattening that is verified is a halt from then on
     * @param found what the venue was last seen to hold of it, in words
     */
    record HaltChecked(
            Cause cause, AccountId account, String scope, BreakerAction action, HaltStage stage, String found)
            implements Output {}

    /**
     * An order changed.
     *
     * @param orderId the venue's id, or null while unknown
     * @param filled executed so far
     * @param averagePrice average execution price, or null while nothing executed
     * @param detail the venue's words, or empty
     */
    record OrderChanged(
            Cause cause,
            AccountId account,
            OrderRequest order,
            OrderState state,
            @Nullable Long orderId,
            Quantity filled,
            @Nullable Price averagePrice,
            String detail)
            implements Output {}

    /** A fill was booked. {@code leg} is null for a fill that no leg of ours caused and none could share. */
    record FillBooked(
            Cause cause, AccountId account, @Nullable LegId leg, Fill fill, Quantity booked) implements Output {}

    /** Funding was booked to a leg. */
    record FundingBooked(
            Cause cause, AccountId account, @Nullable LegId leg, MarketId market, Usd amount, Rate rate, long paidAtMs)
            implements Output {}

    /** A leg changed state or size. */
    record LegChanged(
            Cause cause,
            AccountId account,
            LegId leg,
            LegState state,
            SignedQuantity size,
            @Nullable Price entryPrice,
            @Nullable Price stopPrice,
            @Nullable Price targetPrice,
            String detail)
            implements Output {}

    /**
     * A round trip ended.
     *
     * @param grossPnl price profit without costs
     * @param fees fees paid
     * @param funding funding received, negative if paid
     * @param netPnl what is left: gross − fees + funding
     */
    record TradeClosed(
            Cause cause,
            AccountId account,
            LegId leg,
            Side side,
            Quantity size,
            Price entryPrice,
            Price exitPrice,
            long openedAtMs,
            long closedAtMs,
            Usd grossPnl,
            Usd fees,
            Usd funding,
            Usd netPnl,
            ExitReason reason)
            implements Output {}

    /** The account's value as last read from the venue. */
    record EquityMarked(Cause cause, AccountId account, Usd accountValue, Usd withdrawable, Usd unrealizedPnl)
            implements Output {}

    /** Something a person should know. {@code code} is that of an {@link IncidentCode}. */
    record IncidentRaised(
            Cause cause,
            Severity severity,
            String code,
            @Nullable AccountId account,
            @Nullable MarketId market,
            String message)
            implements Output {
        /** An incident as serious as its code says. */
        public IncidentRaised(
                Cause cause,
                IncidentCode code,
                @Nullable AccountId account,
                @Nullable MarketId market,
                String message) {
            this(cause, code.severity(), code.code(), account, market, message);
        }
    }

    /** What the engine may do changed. */
    record TradingStateChanged(Cause cause, TradingState state, String reason, String who) implements Output {}

    /** An operator's request was answered. */
    record RequestAnswered(Cause cause, long requestId, boolean accepted, String message) implements Output {}

    /** A market's prices at a bar's close, for people and metrics. */
    record MarketMarked(
            Cause cause,
            MarketId market,
            Price mark,
            @Nullable Price bid,
            @Nullable Price ask) implements Output {}

    /** Reconciliation with an account ended. */
    record Reconciled(Cause cause, AccountId account, int differences, String detail) implements Output {}

    /** The venue confirmed leverage and margin mode. */
    record LeverageKnown(Cause cause, AccountId account, MarketId market, int leverage, String marginMode)
            implements Output {}

    /** A connection's state changed. */
    record ConnectionChanged(Cause cause, String connection, boolean up, String detail) implements Output {}

    /** A closed bar was told differently later. It is counted and shown, never judged again. */
    record BarRevised(Cause cause, MarketId market, Interval interval, Bar before, Bar after) implements Output {}

    /** An epoch began. */
    record EpochBegan(Cause cause, int run, int epoch, String build, String configHash) implements Output {}
}
