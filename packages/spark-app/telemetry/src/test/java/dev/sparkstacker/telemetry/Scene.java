package dev.sparkstacker.telemetry;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
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
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.RiskCheck;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small trading day to tell: one strategy, two legs, two accounts. */
public final class Scene {
    public static final AccountId MAIN = new AccountId("main");
    public static final AccountId HEDGE = new AccountId("hedge");
    public static final MarketId ETH = new MarketId("ETH");
    public static final StrategyId STRATEGY = new StrategyId("macd_eth_usd");
    public static final LegId LEG = new LegId(STRATEGY, ETH, LegRole.MAIN);

    /** Noon of the first day of 2026, UTC. */
    public static final long NOON_MS = 1_767_268_800_000L;

    /** Bars of a minute. */
    public static final int COOLDOWN_BARS = 3;

    private Scene() {}

    public static TradingConfig config() {
        Rate fivePercent = Rate.of("0.05");
        OrderPolicy orders = new OrderPolicy(
                fivePercent, List.of(fivePercent), 1_000, fivePercent, 2_000, 2_000, 5_000, 2_000, 30_000, 5_000);
        StrategyConfig strategy = new StrategyConfig(
                STRATEGY,
                "macd",
                List.of(ETH),
                Interval.M1,
                List.of(),
                new LegConfig(MAIN, Usd.of("0.80"), new Leverage(10)),
                new HedgeConfig(new LegConfig(HEDGE, Usd.of("0.20"), new Leverage(5)), false),
                new ExitConfig(fivePercent, fivePercent, 86_400_000L, COOLDOWN_BARS),
                true);
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED), new AccountConfig(HEDGE, MarginMode.ISOLATED)),
                List.of(strategy),
                orders,
                new RiskConfig(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10)),
                UnknownPositionPolicy.HALT);
    }

    /** The cause of the n-th output: venue time runs a minute and machine time a second each. */
    public static Cause cause(long n) {
        return new Cause(n, NOON_MS + n * 60_000, NOON_MS + n * 1_000, "e1-" + n);
    }

    public static Output.BarJudged judged(
            long n, Verdict verdict, @Nullable Reason reason, @Nullable Side side, double histogram) {
        Price close = Price.of("1670.1");
        return new Output.BarJudged(
                cause(n),
                STRATEGY,
                ETH,
                Interval.M1,
                new Bar(NOON_MS, close, close, close, close, Quantity.of("12.5"), 40),
                verdict,
                reason,
                side,
                0.43,
                List.of(new Condition("crossover", "-0.2", "> 0", false, NOON_MS)),
                List.of(
                        new NamedValue("macd", 1.25),
                        new NamedValue("signal", 1.0),
                        new NamedValue("histogram", histogram)));
    }

    /**
     * A bar that the super signal did not enter on.
     *
     * @param minute after noon at which the bar opened
     * @param embedded bars in a row beyond 90, or below 10 where negative
     */
    public static Output.BarJudged oscillated(long minute, Reason reason, int embedded) {
        Price close = Price.of("1670.1");
        return new Output.BarJudged(
                cause(minute + 1),
                STRATEGY,
                ETH,
                Interval.M1,
                new Bar(NOON_MS + minute * 60_000, close, close, close, close, Quantity.of("12.5"), 40),
                Verdict.NO_TRADE,
                reason,
                null,
                0,
                List.of(
                        new Condition("shortExtreme", "3 of 4 in the zone; outside: fast", "4", false, NOON_MS),
                        new Condition("shortRotation", "K 1, D 2", "K below D", false, NOON_MS)),
                List.of(new NamedValue("trendK", embedded < 0 ? 5 : 95), new NamedValue("embeddedBars", embedded)));
    }

    /** An entry as it was judged; {@code denial} is null where it was approved. */
    public static Output.EntryJudged judgedEntry(long n, @Nullable Reason denial) {
        return new Output.EntryJudged(
                cause(n),
                new LegId(STRATEGY, ETH, LegRole.MAIN),
                MAIN,
                Side.BUY,
                denial,
                Quantity.of("0.0047"),
                Usd.of("7.85"),
                Usd.of("8"),
                "MAX_ORDER_SIZE <= 7.9 USD (market ETH)",
                Usd.of("0.39"),
                List.of(
                        new RiskCheck(Reason.STALE_QUOTE, denial != Reason.STALE_QUOTE, "7 s", "<= 5 s"),
                        new RiskCheck(Reason.MAX_ORDER_SIZE, true, "7.85 USD", "<= 7.9 USD (market ETH)")));
    }

    /** The daily loss breaker going from one stage to another. */
    public static Output.BreakerChanged breaker(
            long n, BreakerStage from, BreakerStage to, @Nullable BreakerAction action) {
        return new Output.BreakerChanged(
                cause(n),
                BreakerKind.DAILY_LOSS,
                "global",
                "daily-loss",
                from,
                to,
                "450 USD",
                ">= 500 USD",
                action,
                to == BreakerStage.NORMAL ? "cli:alice" : "engine",
                to == BreakerStage.NORMAL ? "looked into it" : "");
    }

    public static OrderRequest order(int index, OrderPurpose purpose) {
        boolean protects = purpose == OrderPurpose.STOP || purpose == OrderPurpose.TARGET;
        Trigger trigger = protects
                ? new Trigger(
                        purpose == OrderPurpose.STOP ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT,
                        Price.of("1586.6"),
                        true)
                : null;
        return new OrderRequest(
                ClientOrderId.mint(1, 1, 7, index),
                LEG,
                purpose,
                purpose == OrderPurpose.ENTRY ? Side.BUY : Side.SELL,
                Quantity.of("0.0047"),
                Price.of("1678.4"),
                protects ? TimeInForce.GTC : TimeInForce.IOC,
                purpose != OrderPurpose.ENTRY,
                trigger);
    }

    public static Output.OrderChanged changed(long n, OrderRequest order, OrderState state, String filled) {
        Quantity done = Quantity.of(filled);
        return new Output.OrderChanged(
                cause(n),
                MAIN,
                order,
                state,
                state == OrderState.SENT ? null : 77L,
                done,
                done.isZero() ? null : Price.of("1670.2"),
                "as the venue says");
    }

    public static Output.LegChanged leg(long n, LegState state, String size, @Nullable String stop) {
        boolean flat = SignedQuantity.of(size).isZero();
        return new Output.LegChanged(
                cause(n),
                MAIN,
                LEG,
                state,
                SignedQuantity.of(size),
                flat ? null : Price.of("1670.2"),
                stop == null ? null : Price.of(stop),
                stop == null ? null : Price.of("1837.2"),
                "");
    }

    public static Output.TradeClosed closed(long n, String net, ExitReason reason) {
        return new Output.TradeClosed(
                cause(n),
                MAIN,
                LEG,
                Side.BUY,
                Quantity.of("0.0047"),
                Price.of("1670.2"),
                Price.of("1675"),
                NOON_MS,
                NOON_MS + 480_000,
                Usd.of("0.02256"),
                Usd.of("0.0070"),
                Usd.of("-0.0001"),
                Usd.of(net),
                reason);
    }

    public static Fill fill() {
        return new Fill(
                5,
                77,
                ClientOrderId.mint(1, 1, 7, 0),
                ETH,
                Side.BUY,
                Price.of("1670.2"),
                Quantity.of("0.0047"),
                Usd.of("0.0035"),
                Usd.ZERO,
                SignedQuantity.ZERO,
                true,
                false,
                NOON_MS);
    }

    public static VenuePosition position(@Nullable String liquidationPrice) {
        return new VenuePosition(
                ETH,
                SignedQuantity.of("0.01"),
                Price.of("1600"),
                new Leverage(10),
                MarginMode.ISOLATED,
                Usd.of("1.6"),
                Usd.ZERO,
                liquidationPrice == null ? null : Price.of(liquidationPrice));
    }
}
