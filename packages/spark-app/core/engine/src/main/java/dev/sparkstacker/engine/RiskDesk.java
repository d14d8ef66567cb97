package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.risk.breaker.BreakerTransition;
import dev.sparkstacker.risk.breaker.ResetResult;
import dev.sparkstacker.risk.breaker.Resetter;
import dev.sparkstacker.risk.limit.LimitBook;
import dev.sparkstacker.risk.state.KillSwitch;
import dev.sparkstacker.risk.state.RiskBook;
import dev.sparkstacker.risk.state.RiskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What risk remembers, fed with what happens, and judged when something that counts has changed.
 *
 * <pre>
 *  equity, transfers, trades, answers, comparisons ─► RiskBook ─┐
 *  mark prices of what is held, time ─────────────────► judge ──┴─► transitions: told at once,
 *                                                                   acted on at the end of the turn (BreakerActions)
 * </pre>
 */
final class RiskDesk {
    private static final String BREAKER = "breaker:";

    /**
     * What it remembers, for snapshots.
     *
     * @param judgeAtMs venue time when time alone may change something
     * @param stirred whether something happened to what is held or worth that was not judged yet
     */
    record State(RiskState book, List<Earnings.Line> earnings, long judgeAtMs, boolean stirred) {}

    private final World world;
    private final RiskBook book = new RiskBook();
    private final Earnings earnings;
    private final BreakerActions actions;
    private final List<BreakerTransition> pending = new ArrayList<>();
    private LimitBook limits = new LimitBook(Defaults.NOTHING.risk());
    private long judgeAtMs = Long.MAX_VALUE;
    private boolean stirred;

    RiskDesk(World world) {
        this.world = world;
        this.earnings = new Earnings(world);
        this.actions = new BreakerActions(world, book);
    }

    /** The name under which a breaker holds trading. */
    static String holder(String breaker) {
        return BREAKER + breaker;
    }

    /** Whether it is a breaker that holds trading. */
    static boolean isBreaker(String holder) {
        return holder.startsWith(BREAKER);
    }

    /** Takes the limits and breakers of the configuration in force. */
    void configure(long nowMs) {
        TradingConfig config = world.config();
        Set<MarketId> markets = new TreeSet<>();
        for (StrategyConfig strategy : config.strategies()) {
            markets.addAll(strategy.markets());
            HedgeConfig hedge = strategy.hedge();
            if (hedge != null && hedge.market() != null) {
                markets.add(hedge.market());
            }
        }
        limits = new LimitBook(config.risk());
        book.breakers()
                .configure(
                        config.risk(),
                        config.accounts().stream().map(AccountConfig::id).toList(),
                        List.copyOf(markets),
                        nowMs);
        judgeAtMs = nowMs;
    }

    void load(State state, long nowMs) {
        book.load(state.book());
        configure(nowMs);
        earnings.load(state.earnings());
        judgeAtMs = state.judgeAtMs();
        stirred = state.stirred();
    }

    State state() {
        return new State(book.state(), earnings.state(), judgeAtMs, stirred);
    }

    /** A new process's readers know nothing of what was told before: what stops or warns is told again. */
    void startEpoch(Turn turn) {
        for (BreakerTransition each : book.breakers().standing(turn.nowMs())) {
            turn.tell(BreakerActions.told(turn, each));
        }
        for (KillSwitch each : book.killSwitches().pulled()) {
            turn.tell(new Output.KillSwitchChanged(
                    turn.cause(), each.scope().toString(), true, each.reason(), each.by()));
        }
    }

    RiskBook book() {
        return book;
    }

    LimitBook limits() {
        return limits;
    }

    /** An account's equity now, or null where it is not known. */
    @Nullable
    Usd equity(AccountId account, long nowMs) {
        return book.breakers().equity(account, earnings, nowMs);
    }

    void onEquityRead(Turn turn, AccountId account, Usd equity) {
        Usd booked = earnings.booked(new RiskScope.OfAccount(account));
        take(turn, book.breakers().onEquityRead(account, equity, booked, turn.nowMs()));
    }

    void onTransfer(Turn turn, AccountEvent.MoneyMoved moved) {
        take(turn, book.breakers().onTransfer(moved.account(), moved.amount(), moved.movedAtMs(), turn.nowMs()));
    }

    void onTradeClosed(Turn turn, Output.TradeClosed trade) {
        earnings.onTradeClosed(trade);
        LegId leg = trade.leg();
        take(
                turn,
                book.breakers()
                        .onTradeClosed(trade.account(), leg.strategy(), leg.market(), trade.netPnl(), turn.nowMs()));
        stirred = true;
    }

    void onOrderOutcome(Turn turn, AccountId account, boolean error) {
        take(turn, book.breakers().onOrderOutcome(account, error, turn.nowMs()));
    }

    void onRateLimited(Turn turn, AccountId account) {
        take(turn, book.breakers().onRateLimited(account, turn.nowMs()));
    }

    void onReconciled(Turn turn, AccountId account, int differences) {
        take(turn, book.breakers().onReconciled(account, differences, turn.nowMs()));
    }

    /** A mark price moved: losses are judged where something is held at it. */
    void onMark(Turn turn, MarketId market) {
        for (Pair pair : world.pairs()) {
            if (pair.holds(market)) {
                take(turn, book.breakers().judgeLosses(earnings, turn.nowMs()));
                return;
            }
        }
    }

    /** Something happened that may have changed what is held or worth. */
    void stir() {
        stirred = true;
    }

    /** Judges everything at this instant. */
    void judge(Turn turn) {
        long nowMs = turn.nowMs();
        for (Market market : world.markets()) {
            book.breakers().onMarketNews(market.id(), market.heardAtMs(turn));
        }
        take(turn, book.breakers().judge(earnings, nowMs));
        judgeAtMs = book.breakers().nextJudgementMs(nowMs);
        stirred = false;
    }

    /** An entry was sent; it counts in the order rate. */
    void sent(Turn turn, Leg leg) {
        book.sent(leg.account(), leg.id().strategy(), leg.id().market(), turn.nowMs());
    }

    /** Resets a breaker for a person. */
    ResetResult reset(Turn turn, String name, Resetter person) {
        judge(turn);
        ResetResult result = book.breakers().reset(name, person, turn.nowMs());
        if (result instanceof ResetResult.Done done) {
            take(turn, List.of(done.transition()));
            act(turn);
            stirred = true;
        }
        return result;
    }

    /** Whether a breaker changed its stage and its action waits for the end of the turn. */
    boolean mustAct() {
        return !pending.isEmpty();
    }

    void onTime(Turn turn) {
        if (turn.nowMs() >= judgeAtMs) {
            judge(turn);
        } else if (stirred) {
            take(turn, book.breakers().judgeLosses(earnings, turn.nowMs()));
            stirred = false;
        }
        act(turn);
    }

    private void act(Turn turn) {
        while (!pending.isEmpty()) {
            actions.carryOut(turn, pending.removeFirst());
        }
    }

    void plan(Agenda agenda) {
        agenda.at(judgeAtMs);
    }

    private void take(Turn turn, List<BreakerTransition> transitions) {
        for (BreakerTransition each : transitions) {
            turn.tell(BreakerActions.told(turn, each));
            pending.add(each);
            judgeAtMs = Math.min(judgeAtMs, book.breakers().nextJudgementMs(turn.nowMs()));
        }
    }
}
