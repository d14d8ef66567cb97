package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What every seed has: two markets, a main and a hedge account, limits, and how orders are worked. */
public final class Scene {
    public static final MarketId BTC = new MarketId("BTC");
    public static final MarketId ETH = new MarketId("ETH");
    public static final AccountId MAIN = new AccountId("main");
    public static final AccountId HEDGE = new AccountId("hedge");

    /** The universe; a market's index is its asset id. */
    public static final List<Instrument> INSTRUMENTS = List.of(
            new Instrument(BTC, 0, 5, new Leverage(40), false, Usd.of("10")),
            new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10")));

    /** Prices to begin with, in the universe's order. */
    static final List<Price> START_PRICES = List.of(Price.of("95000"), Price.of("2500"));

    /** True time when a world begins: 5 January 2026, midnight UTC. */
    public static final long START_MS = 1_767_571_200_000L;

    /** What each account owns to begin with. */
    public static final Usd DEPOSIT = Usd.of("10000");

    /** The wide limits. */
    public static final Usd MAX_POSITION = Usd.of("1000");

    public static final Usd MAX_EXPOSURE = Usd.of("2000");
    public static final int MAX_POSITIONS = 4;

    /** Leverage of each leg, as it must be set before an entry. */
    public static final Leverage MAIN_LEVERAGE = new Leverage(10);

    public static final Leverage HEDGE_LEVERAGE = new Leverage(5);

    /** Longest a resting stop may be missing while everything works. */
    public static final long PROTECTION_TIMEOUT_MS = 2_000;

    private Scene() {}

    /** One account with its keys. */
    public record Keys(AccountId id, Signer owner, Signer agent) {
        AccountAccess access() {
            return new AccountAccess(id, owner.address(), null, agent);
        }
    }

    /** The accounts' keys, the same in every seed. */
    public static final List<Keys> KEYS = List.of(keys(MAIN, 1), keys(HEDGE, 2));

    private static Keys keys(AccountId id, int number) {
        return new Keys(id, signer(number), signer(0x40 + number));
    }

    private static Signer signer(int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new Signer(PrivateKey.ofBytes(secret));
    }

    /** What the engine trades with, running some strategies under wide limits. */
    public static TradingConfig trading(List<StrategyConfig> strategies) {
        RiskConfig wide = new RiskConfig(limits(), List.of(), breakers(), List.of());
        return trading(strategies, wide, UnknownPositionPolicy.HALT);
    }

    /** What the engine trades with. */
    static TradingConfig trading(List<StrategyConfig> strategies, RiskConfig risk, UnknownPositionPolicy unknown) {
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED), new AccountConfig(HEDGE, MarginMode.ISOLATED)),
                strategies,
                orders(),
                risk,
                unknown);
    }

    private static LimitSet limits() {
        return new LimitSet(
                LimitSet.Orders.NONE,
                new LimitSet.Positions(MAX_POSITION, MAX_EXPOSURE, MAX_POSITIONS, MAIN_LEVERAGE, null),
                LimitSet.MarketQuality.NONE,
                LimitSet.Losses.NONE);
    }

    /** As usual, but each breaker also ends by itself a minute after its cause: people look in every few minutes only. */
    static BreakerPolicy breakers() {
        BreakerRule rule = new BreakerRule(BreakerAction.HALT, Pct.of("80"), 60_000);
        BreakerPolicy usual = BreakerPolicy.DEFAULT;
        return new BreakerPolicy(
                rule,
                rule,
                rule,
                new BreakerPolicy.OrderErrors(rule, Pct.of("50"), 10, 120_000),
                new BreakerPolicy.RateLimit(rule, 5, 60_000),
                usual.staleData(),
                new BreakerPolicy.Reconciliation(rule, 1),
                usual.equity());
    }

    private static OrderPolicy orders() {
        return new OrderPolicy(
                Rate.of("0.005"),
                List.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.05")),
                1_000,
                Rate.of("0.1"),
                PROTECTION_TIMEOUT_MS,
                500,
                5_000,
                2_000,
                30_000,
                5_000);
    }

    /** How the connector reaches the venue. */
    static ConnectorConfig connector(List<Interval> intervals) {
        return new ConnectorConfig(
                Network.MAINNET,
                "http://venue.simulated",
                "ws://venue.simulated/ws",
                KEYS.stream().map(Keys::access).toList(),
                INSTRUMENTS.stream()
                        .map(instrument -> new MarketFeed(instrument.market(), intervals, 5, false))
                        .toList(),
                Usd.of("10"),
                Path.of("nonces"),
                ConnectorConfig.CONNECT_TIMEOUT,
                ConnectorConfig.READ_TIMEOUT,
                FeedLimits.USUAL);
    }
}
