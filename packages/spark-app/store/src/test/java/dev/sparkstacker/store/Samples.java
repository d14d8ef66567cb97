package dev.sparkstacker.store;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.RiskCheck;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outputs as the engine tells them, made by hand. */
final class Samples {
    static final AccountId MAIN = new AccountId("main");
    static final AccountId HEDGE = new AccountId("hedge");
    static final MarketId ETH = new MarketId("ETH");
    static final MarketId KPEPE = new MarketId("kPEPE");
    static final StrategyId MACD = new StrategyId("macd-eth");
    static final LegId MAIN_LEG = new LegId(MACD, ETH, LegRole.MAIN);
    static final LegId HEDGE_LEG = new LegId(MACD, ETH, LegRole.HEDGE);
    static final long T0 = 1_700_000_000_000L;

    private Samples() {}

    static Cause cause(long sequence) {
        return new Cause(sequence, T0 + sequence * 1_000, T0 + sequence * 17, "e1-" + sequence);
    }

    static ClientOrderId orderId(int number) {
        return ClientOrderId.mint(0xCAFE, 1, number, 0);
    }

    static OrderRequest entry(int number) {
        return new OrderRequest(
                orderId(number),
                MAIN_LEG,
                OrderPurpose.ENTRY,
                Side.BUY,
                Quantity.of("0.0048"),
                Price.of("1670.1"),
                TimeInForce.IOC,
                false,
                null);
    }

    static OrderRequest stop(int number) {
        return new OrderRequest(
                orderId(number),
                MAIN_LEG,
                OrderPurpose.STOP,
                Side.SELL,
                Quantity.of("0.0048"),
                Price.of("1428"),
                TimeInForce.GTC,
                true,
                new Trigger(TriggerKind.STOP_LOSS, Price.of("1586.6"), true));
    }

    static Output.OrderChanged order(long sequence, OrderRequest order, OrderState state) {
        boolean filled = state == OrderState.FILLED;
        return new Output.OrderChanged(
                cause(sequence),
                MAIN,
                order,
                state,
                state == OrderState.SENT ? null : Long.valueOf(77_000_000_001L),
                filled ? order.size() : Quantity.ZERO,
                filled ? Price.of("1669.95") : null,
                "");
    }

    static Output.LegChanged leg(long sequence, AccountId account, LegId leg, LegState state, String size) {
        boolean open = state != LegState.FLAT;
        return new Output.LegChanged(
                cause(sequence),
                account,
                leg,
                state,
                SignedQuantity.of(size),
                open ? Price.of("1669.95") : null,
                state == LegState.OPEN ? Price.of("1586.6") : null,
                state == LegState.OPEN ? Price.of("1836.9") : null,
                "because of " + state);
    }

    static Output.FillBooked fill(long sequence, @Nullable LegId leg, @Nullable ClientOrderId client) {
        Fill fill = new Fill(
                9_007_199_254_740_993L,
                77_000_000_001L,
                client,
                ETH,
                Side.SELL,
                Price.of("1669.95"),
                Quantity.of("0.00000001"),
                Usd.of("-0.00000001"),
                Usd.of("-12.34567891"),
                SignedQuantity.of("-92000000000.00000001"),
                client != null,
                client == null,
                T0 - 3);
        return new Output.FillBooked(cause(sequence), MAIN, leg, fill, Quantity.of("0.00000001"));
    }

    static Output.FundingBooked funding(long sequence, LegId leg, String amount) {
        return new Output.FundingBooked(cause(sequence), MAIN, leg, ETH, Usd.of(amount), Rate.of("0.0000125"), T0);
    }

    static Output.TradeClosed trade(long sequence, LegId leg, String gross, String fees, String funding, String net) {
        return new Output.TradeClosed(
                cause(sequence),
                leg.role() == LegRole.MAIN ? MAIN : HEDGE,
                leg,
                leg.role() == LegRole.MAIN ? Side.BUY : Side.SELL,
                Quantity.of("0.0048"),
                Price.of("1669.95"),
                Price.of("1672.4"),
                T0,
                T0 + 3_600_000,
                Usd.of(gross),
                Usd.of(fees),
                Usd.of(funding),
                Usd.of(net),
                ExitReason.OPPOSITE_SIGNAL);
    }

    static Bar bar(int minute) {
        return new Bar(
                T0 + minute * 60_000L,
                Price.of("1670.1"),
                Price.of("1671"),
                Price.of("1669.5"),
                Price.of("1670.25"),
                Quantity.of("123.4567"),
                421);
    }

    static Output.BarJudged judged(long sequence, MarketId market, Verdict verdict, @Nullable Reason reason) {
        return new Output.BarJudged(
                cause(sequence),
                MACD,
                market,
                Interval.M1,
                bar((int) sequence),
                verdict,
                reason,
                verdict == Verdict.ENTER ? Side.BUY : null,
                0.1 + 0.2,
                List.of(
                        new Condition("crossover", "below \"signal\"", "above – crossed", false, T0),
                        new Condition("histogram", "0.4", ">= 0", true, T0 + 1)),
                List.of(
                        new NamedValue("histogram", -1.0 / 3),
                        new NamedValue("atr", Double.NaN),
                        new NamedValue("ratio", Double.NEGATIVE_INFINITY)));
    }

    static Output.EquityMarked equity(long sequence, AccountId account, String value) {
        return new Output.EquityMarked(cause(sequence), account, Usd.of(value), Usd.of("990.1"), Usd.of("-0.05"));
    }

    static Output.IncidentRaised incident(long sequence, Severity severity) {
        return new Output.IncidentRaised(
                cause(sequence), severity, "order.unknown", MAIN, ETH, "No answer for 2 s: 'timeout'");
    }

    /** One output of each kind, some with every value that may be missing, some without any; from sequence 1 on. */
    static List<Output> everyKind() {
        return List.of(
                new Output.EpochBegan(cause(1), -17, 3, "0.1.0+abc", "sha256:00"),
                new Output.TradingStateChanged(cause(1), TradingState.REDUCE_ONLY, "start", "system"),
                new Output.ConnectionChanged(cause(2), "main/user", true, "connected"),
                new Output.Reconciled(cause(3), MAIN, 2, "one order, one fill"),
                new Output.LeverageKnown(cause(3), MAIN, ETH, 10, "cross"),
                equity(4, MAIN, "1000.00000001"),
                judged(5, ETH, Verdict.WARMING_UP, Reason.WARMING_UP),
                judged(6, ETH, Verdict.ENTER, null),
                new Output.EntryJudged(
                        cause(6),
                        HEDGE_LEG,
                        HEDGE,
                        Side.SELL,
                        Reason.BELOW_MIN_NOTIONAL,
                        Quantity.ZERO,
                        Usd.ZERO,
                        null,
                        "",
                        null,
                        List.of(new RiskCheck(Reason.BELOW_MIN_NOTIONAL, false, "1 \"USD\"", ">= 10 USD"))),
                new Output.EntryJudged(
                        cause(6),
                        MAIN_LEG,
                        MAIN,
                        Side.BUY,
                        null,
                        Quantity.of("0.0048"),
                        Usd.of("8.01"),
                        Usd.of("9"),
                        "MAX_ORDER_SIZE <= 8.02 USD (market ETH)",
                        Usd.of("0.4"),
                        List.of()),
                new Output.BreakerChanged(
                        cause(6),
                        BreakerKind.DAILY_LOSS,
                        "account main",
                        "daily-loss@account:main",
                        BreakerStage.WARNING,
                        BreakerStage.TRIPPED,
                        "500 USD",
                        ">= 500 USD",
                        BreakerAction.FLATTEN,
                        "engine",
                        ""),
                new Output.BreakerChanged(
                        cause(6),
                        BreakerKind.STALE_DATA,
                        "market ETH",
                        "stale-data@market:ETH",
                        BreakerStage.TRIPPED,
                        BreakerStage.NORMAL,
                        "10 ms",
                        ">= 60000 ms",
                        null,
                        "cool-off",
                        ""),
                new Output.KillSwitchChanged(cause(6), "strategy macd-eth", true, "lunch", "cli:alice"),
                new Output.KillSwitchChanged(cause(6), "global", false, "", "cli:alice"),
                new Output.HaltChecked(
                        cause(6), MAIN, "global", BreakerAction.FLATTEN, HaltStage.CHECKING, "the venue is asked"),
                new Output.HaltChecked(
                        cause(6), HEDGE, "market ETH", BreakerAction.HALT, HaltStage.VERIFIED, "flat, 0 orders rest"),
                new Output.EntryDenied(cause(6), HEDGE_LEG, HEDGE, Side.SELL, Reason.BELOW_MIN_NOTIONAL, "1.00", "10"),
                order(6, entry(6), OrderState.SENT),
                order(7, stop(7), OrderState.RESTING),
                order(7, entry(6), OrderState.FILLED),
                fill(7, MAIN_LEG, orderId(6)),
                fill(7, null, null),
                leg(7, MAIN, MAIN_LEG, LegState.OPENING, "0.0048"),
                leg(8, MAIN, MAIN_LEG, LegState.OPEN, "0.0048"),
                new Output.FundingBooked(
                        cause(9), MAIN, MAIN_LEG, ETH, Usd.of("-0.00012345"), Rate.of("0.0000125"), T0 + 9),
                new Output.FundingBooked(cause(9), MAIN, null, KPEPE, Usd.of("3"), Rate.of("-0.000000000001"), T0),
                trade(10, MAIN_LEG, "0.01176", "0.0072", "-0.00012345", "0.00443655"),
                new Output.MarketMarked(cause(11), ETH, Price.of("1670.2"), Price.of("1670.1"), null),
                new Output.BarRevised(cause(12), ETH, Interval.H12, bar(0), bar(1)),
                incident(13, Severity.CRITICAL),
                new Output.IncidentRaised(cause(13), Severity.INFO, "clock.skew", null, null, ""),
                new Output.RequestAnswered(cause(14), Long.MAX_VALUE, false, "not now"));
    }
}
