package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.check.EntryFacts;
import dev.sparkstacker.risk.check.Loads;
import dev.sparkstacker.risk.check.OrderBook;
import dev.sparkstacker.risk.check.PreTradeChecks;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.check.ScopeLoad;
import dev.sparkstacker.risk.limit.LimitBook;
import dev.sparkstacker.risk.state.RiskBook;
import java.util.List;

/** All pre-trade checks of one order: limits of four scopes, breakers, budgets, and a book of five levels a side. */
final class RiskChecks implements Measurement {
    private static final AccountId MAIN = new AccountId("main");
    private static final StrategyId MACD = new StrategyId("macd-eth");
    private static final MarketId ETH = new MarketId("ETH");
    private static final long NOW_MS = 1_795_000_020_000L;
    // What the engine holds as numbers before an entry is proposed; reading them out of text is no part of a check.
    private static final Instrument RULES = new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10"));
    private static final Leverage TEN_TIMES = new Leverage(10);
    private static final Price MID = Price.of("2000");
    private static final Price WORST = Price.of("2010");
    private static final Price STOP = Price.of("1900");
    private static final Rate TARGET_DISTANCE = Rate.of("0.1");
    private static final Usd EQUITY = Usd.of("10000");
    private static final Usd HELD = Usd.of("100");
    private static final Usd WORST_CASE = Usd.of("200");
    private static final Usd OPEN_RISK = Usd.of("10");
    private static final List<BookLevel> BIDS = side(1_999, -1);
    private static final List<BookLevel> ASKS = side(2_000, 1);

    @Override
    public String name() {
        return "risk-checks";
    }

    @Override
    public String about() {
        return "all pre-trade checks of one order, limits and breakers of four scopes";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public List<Figure> measure(Effort effort) {
        RiskConfig config = config();
        LimitBook limits = new LimitBook(config);
        RiskBook book = new RiskBook();
        book.breakers().configure(config, List.of(MAIN), List.of(ETH), NOW_MS);
        book.breakers().onEquityRead(MAIN, Usd.of("10000"), Usd.ZERO, NOW_MS);
        book.breakers().judge(scope -> Usd.ZERO, NOW_MS);
        for (int i = 0; i < effort.warmUpSamples(); i++) {
            sample(config, limits, book, i);
        }
        Percentiles latencies = new Percentiles();
        for (int i = 0; i < effort.samples(); i++) {
            latencies.record(sample(config, limits, book, i));
        }
        String note = PreTradeChecks.count() + " checks, facts gathered included; max "
                + Target.amount(latencies.maxMicros()) + " µs";
        return List.of(
                Figure.of("all checks of one order, p50", latencies.micros(50), "µs", new Target.None(), note),
                Figure.of("all checks of one order, p99", latencies.micros(99), "µs", new Target.LessThan(5), ""));
    }

    private static long sample(RiskConfig config, LimitBook limits, RiskBook book, int turn) {
        ProposedEntry entry = entry(turn);
        long began = System.nanoTime();
        List<Check> checks = PreTradeChecks.run(entry, facts(config, limits, book, turn));
        Check denial = PreTradeChecks.firstFailed(checks);
        long nanos = System.nanoTime() - began;
        if (denial != null) {
            throw new IllegalStateException("Denied: " + denial);
        }
        return nanos;
    }

    private static ProposedEntry entry(int turn) {
        return new ProposedEntry(
                MAIN,
                new LegId(MACD, ETH, LegRole.MAIN),
                Side.BUY,
                new Quantity(5_000_000L + turn % 100 * 10_000L),
                MID,
                WORST,
                TEN_TIMES,
                MarginMode.ISOLATED,
                STOP,
                TARGET_DISTANCE);
    }

    private static EntryFacts facts(RiskConfig config, LimitBook limits, RiskBook book, int turn) {
        ScopeLoad load = new ScopeLoad(HELD, WORST_CASE, 1, turn % 5, OPEN_RISK);
        return new EntryFacts(
                NOW_MS,
                new EntryFacts.Trading(TradingState.ACTIVE, true, false, null),
                book.standing(MAIN, MACD, ETH, NOW_MS),
                new EntryFacts.MarketView(RULES, null, 100, 5_000, MID, new OrderBook(BIDS, ASKS, 100)),
                new EntryFacts.AccountView(EQUITY, TEN_TIMES, MarginMode.ISOLATED, null, Usd.ZERO),
                new Loads(load, load, load, load, WORST_CASE),
                limits.covering(MAIN, MACD, ETH),
                config.schedule());
    }

    private static List<BookLevel> side(int best, int step) {
        return List.of(
                level(best),
                level(best + step),
                level(best + 2 * step),
                level(best + 3 * step),
                level(best + 4 * step));
    }

    private static BookLevel level(int price) {
        return new BookLevel(new Price(price * 100_000_000L), new Quantity(300_000_000L));
    }

    private static RiskConfig config() {
        LimitSet limits = new LimitSet(
                new LimitSet.Orders(Usd.of("20"), Usd.of("500"), 30, Pct.of("5")),
                new LimitSet.Positions(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10), new Leverage(20)),
                new LimitSet.MarketQuality(Usd.of("10000"), Pct.of("0.5"), Pct.of("0.5")),
                new LimitSet.Losses(new LossLimit(Usd.of("500"), null), new LossLimit(Usd.of("1000"), null), 5));
        return new RiskConfig(
                limits,
                List.of(
                        new ScopedLimits(new RiskScope.OfAccount(MAIN), limits),
                        new ScopedLimits(new RiskScope.OfStrategy(MACD), limits),
                        new ScopedLimits(new RiskScope.OfMarket(ETH), limits)),
                BreakerPolicy.DEFAULT,
                List.of(new TradingWindow(1, 7, 0, 1_440)));
    }
}
