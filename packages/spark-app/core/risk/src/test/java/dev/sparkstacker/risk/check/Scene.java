package dev.sparkstacker.risk.check;

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
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.DailyBudget;
import dev.sparkstacker.risk.state.KillSwitch;
import dev.sparkstacker.risk.state.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that passes every check, and the world around it, each part changed on its own: 0.05 ETH at 2000, worth 100
 * USD, limited to 2010, with its stop at 1900 and ten times leverage.
 */
public final class Scene {
    public static final AccountId MAIN = new AccountId("main");
    public static final StrategyId MACD = new StrategyId("macd-eth");
    public static final MarketId ETH = new MarketId("ETH");
    public static final RiskScope MARKET = new RiskScope.OfMarket(ETH);
    public static final RiskScope ACCOUNT = new RiskScope.OfAccount(MAIN);
    public static final RiskScope STRATEGY = new RiskScope.OfStrategy(MACD);

    public Side side = Side.BUY;
    public String size = "0.05";
    public String reference = "2000";
    public String limit = "2010";
    public int leverage = 10;
    public MarginMode marginMode = MarginMode.ISOLATED;
    public @Nullable String stop = "1900";
    public @Nullable String target = "0.1";

    public long nowMs = 1_000_000_000_000L;
    public TradingState state = TradingState.ACTIVE;
    public boolean reconciled = true;
    public boolean duplicate;
    public @Nullable String opposite;
    public @Nullable KillSwitch kill;
    public @Nullable Breaker tripped;
    public @Nullable String doubt;
    public List<DailyBudget> budgets = new ArrayList<>(List.of(new DailyBudget(RiskScope.global(), Usd.of("500"))));
    public List<TradingWindow> schedule = List.of();

    public int offered = 25;
    public int szDecimals = 4;
    public String minNotional = "10";
    public @Nullable String fault;
    public long quoteAgeMs = 100;
    public @Nullable String mark = "2000";
    public boolean bookKnown = true;
    public long bookAgeMs = 100;
    public List<BookLevel> bids = new ArrayList<>(List.of(level("1998", "5")));
    public List<BookLevel> asks = new ArrayList<>(List.of(level("2000", "3"), level("2001", "5")));

    public @Nullable String equity = "10000";
    public @Nullable Leverage confirmed = new Leverage(10);
    public @Nullable MarginMode confirmedMode = MarginMode.ISOLATED;
    public EntryFacts.@Nullable Held held;
    public @Nullable String otherMaintenance = "0";

    public ScopeLoad global = ScopeLoad.EMPTY;
    public ScopeLoad account = ScopeLoad.EMPTY;
    public ScopeLoad strategy = ScopeLoad.EMPTY;
    public ScopeLoad market = ScopeLoad.EMPTY;
    public @Nullable String position = "0";

    public LimitSet.Orders orders = new LimitSet.Orders(usd("20"), usd("500"), 6, Pct.of("5"));
    public LimitSet.Positions positions =
            new LimitSet.Positions(usd("1000"), usd("3000"), 5, new Leverage(10), new Leverage(20));
    public LimitSet.MarketQuality quality = new LimitSet.MarketQuality(usd("10000"), Pct.of("0.5"), Pct.of("0.5"));
    public List<ScopedLimits> inner = new ArrayList<>();

    static Usd usd(String amount) {
        return Usd.of(amount);
    }

    public static BookLevel level(String price, String size) {
        return new BookLevel(Price.of(price), Quantity.of(size));
    }

    public ProposedEntry entry() {
        return new ProposedEntry(
                MAIN,
                new LegId(MACD, ETH, LegRole.MAIN),
                side,
                Quantity.of(size),
                Price.of(reference),
                Price.of(limit),
                new Leverage(leverage),
                marginMode,
                stop == null ? null : Price.of(stop),
                target == null ? null : Rate.of(target));
    }

    public EntryFacts facts() {
        List<ScopedLimits> limits = new ArrayList<>();
        LimitSet outer = new LimitSet(orders, positions, quality, LimitSet.Losses.NONE);
        limits.add(new ScopedLimits(RiskScope.global(), outer));
        limits.addAll(inner);
        return new EntryFacts(
                nowMs,
                new EntryFacts.Trading(state, reconciled, duplicate, opposite),
                new Standing(kill, tripped, false, budgets, doubt),
                new EntryFacts.MarketView(
                        new Instrument(ETH, 1, szDecimals, new Leverage(offered), false, usd(minNotional)),
                        fault,
                        quoteAgeMs,
                        5_000,
                        mark == null ? null : Price.of(mark),
                        bookKnown ? new OrderBook(bids, asks, bookAgeMs) : null),
                new EntryFacts.AccountView(
                        equity == null ? null : usd(equity),
                        confirmed,
                        confirmedMode,
                        held,
                        otherMaintenance == null ? null : usd(otherMaintenance)),
                new Loads(global, account, strategy, market, position == null ? null : usd(position)),
                limits,
                schedule);
    }

    /** The entry sold short instead: everything mirrored. */
    public Scene shortSide() {
        side = Side.SELL;
        limit = "1990";
        stop = "2100";
        bids = new ArrayList<>(List.of(level("2000", "3"), level("1999", "5")));
        asks = new ArrayList<>(List.of(level("2002", "5")));
        return this;
    }

    public List<Check> checks() {
        return PreTradeChecks.run(entry(), facts());
    }

    public List<Reason> failed() {
        return checks().stream()
                .filter(check -> !check.passed())
                .map(Check::rule)
                .toList();
    }

    public Check check(Reason rule) {
        return checks().stream()
                .filter(check -> check.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    Usd positionLimit() {
        return positions.maxSize();
    }

    @Nullable
    Usd exposureLimit() {
        return positions.maxExposure();
    }

    static ScopeLoad load(String held, String worst, int positions, int entries, String risk) {
        return new ScopeLoad(usd(held), usd(worst), positions, entries, usd(risk));
    }
}
