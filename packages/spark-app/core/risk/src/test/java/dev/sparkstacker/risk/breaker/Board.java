package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A board with one account, one strategy and one market, a clock, and what trading has brought; all told by tests. */
final class Board {
    static final AccountId MAIN = new AccountId("main");
    static final AccountId HEDGE = new AccountId("hedge");
    static final StrategyId MACD = new StrategyId("macd");
    static final MarketId ETH = new MarketId("ETH");
    static final long NOON = 20_000 * 86_400_000L + 12 * 3_600_000L;
    static final long MIDNIGHT = 20_001 * 86_400_000L;

    final BreakerBoard board = new BreakerBoard();
    final List<BreakerTransition> told = new ArrayList<>();
    final Map<RiskScope, @Nullable Usd> booked = new TreeMap<>();
    final List<AccountId> accounts = new ArrayList<>(List.of(MAIN));
    RiskConfig config;
    long nowMs = NOON;

    Board(RiskConfig config) {
        this.config = config;
        configure();
    }

    /** A daily loss limit of 500 and a drawdown limit of 1000, both global. */
    static RiskConfig usual() {
        return config(new LimitSet.Losses(usd("500"), usd("1000"), 3), List.of(), BreakerPolicy.DEFAULT);
    }

    static RiskConfig config(LimitSet.Losses losses, List<ScopedLimits> scoped, BreakerPolicy policy) {
        return new RiskConfig(losses(losses), scoped, policy, List.of());
    }

    static LimitSet losses(LimitSet.Losses losses) {
        return new LimitSet(LimitSet.Orders.NONE, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, losses);
    }

    static LossLimit usd(String amount) {
        return new LossLimit(Usd.of(amount), null);
    }

    static LossLimit pct(String share) {
        return new LossLimit(null, Pct.of(share));
    }

    /** The usual policy with other rules for what is about money. */
    static BreakerPolicy policy(BreakerAction action, long coolOffMs) {
        BreakerRule rule = new BreakerRule(action, Pct.of("80"), coolOffMs);
        BreakerPolicy usual = BreakerPolicy.DEFAULT;
        return new BreakerPolicy(
                rule,
                rule,
                rule,
                usual.orderErrors(),
                usual.rateLimit(),
                usual.staleData(),
                usual.reconciliation(),
                usual.equity());
    }

    void configure() {
        board.configure(config, accounts, List.of(ETH), nowMs);
    }

    /** The same state in another process. */
    Board restarted() {
        Board other = new Board(config);
        other.booked.putAll(booked);
        other.accounts.clear();
        other.accounts.addAll(accounts);
        other.nowMs = nowMs;
        other.board.load(List.copyOf(board.state()));
        other.configure();
        return other;
    }

    /** The venue tells what an account is worth, and the breakers are judged. */
    void equity(AccountId account, @Nullable String equity) {
        told.addAll(board.onEquityRead(account, equity == null ? null : Usd.of(equity), bookedOf(account), nowMs));
        judge();
    }

    void equity(@Nullable String equity) {
        equity(MAIN, equity);
    }

    /** Own trading brings this much more on an account; the market's news keep up. */
    void earn(AccountId account, String amount) {
        for (RiskScope scope : List.of(
                RiskScope.global(),
                new RiskScope.OfAccount(account),
                new RiskScope.OfStrategy(MACD),
                new RiskScope.OfMarket(ETH))) {
            Usd before = booked.getOrDefault(scope, Usd.ZERO);
            booked.put(scope, (before == null ? Usd.ZERO : before).plus(Usd.of(amount)));
        }
        judge();
    }

    void earn(String amount) {
        earn(MAIN, amount);
    }

    void transfer(String amount) {
        transfer(amount, nowMs);
    }

    void transfer(String amount, long atMs) {
        told.addAll(board.onTransfer(MAIN, Usd.of(amount), atMs, nowMs));
        judge();
    }

    void pass(long ms) {
        nowMs += ms;
        judge();
    }

    void judge() {
        board.onMarketNews(ETH, nowMs);
        judgeInSilence();
    }

    void judgeInSilence() {
        told.addAll(board.judge(scope -> booked.containsKey(scope) ? booked.get(scope) : Usd.ZERO, nowMs));
    }

    void trade(String netPnl) {
        told.addAll(board.onTradeClosed(MAIN, MACD, ETH, Usd.of(netPnl), nowMs));
    }

    ResetResult reset(String name) {
        ResetResult result = board.reset(name, new Resetter("cli:alice", "trader", "looked into it"), nowMs);
        if (result instanceof ResetResult.Done done) {
            told.add(done.transition());
        }
        return result;
    }

    Breaker breaker(String name) {
        return board.state().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    BreakerStage stage(String name) {
        return breaker(name).stage();
    }

    Reading reading(String name) {
        return breaker(name).latch().reading();
    }

    boolean enters() {
        return board.tripped(MAIN, MACD, ETH) == null && board.equityDoubt(MAIN, nowMs) == null;
    }

    List<BreakerTransition> told(BreakerKind kind) {
        return told.stream().filter(each -> each.breaker() == kind).toList();
    }

    private @Nullable Usd bookedOf(AccountId account) {
        RiskScope scope = new RiskScope.OfAccount(account);
        return booked.containsKey(scope) ? booked.get(scope) : Usd.ZERO;
    }
}
