package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All breakers and what moves them. Every method that may change a stage returns the transitions, in the order of the
 * breakers; whoever calls carries out their actions.
 */
public final class BreakerBoard {
    private final BreakerSet breakers = new BreakerSet();
    private LossLimits limits = LossLimits.NONE;
    private BreakerPolicy policy = BreakerPolicy.DEFAULT;

    /** Takes a configuration: its breakers keep their states; tripped ones that it lacks stay until they are reset. */
    public void configure(RiskConfig config, List<AccountId> accounts, List<MarketId> markets, long nowMs) {
        policy = config.breakers();
        limits = new LossLimits(config);
        breakers.plan(BreakerPlan.of(config, accounts, markets, nowMs), policy);
    }

    /** Goes on from a snapshot; the configuration follows. */
    public void load(List<Breaker> snapshot) {
        breakers.load(snapshot);
    }

    /** Those that warn or have tripped, each with the stage it is in as both stages of a transition. */
    public List<BreakerTransition> standing(long nowMs) {
        return breakers.standing(nowMs);
    }

    /** Every breaker, in a fixed order: the snapshot, and what people are shown. */
    public List<Breaker> state() {
        return List.copyOf(breakers.all());
    }

    /**
     * An account was read.
     *
     * @param equity what the venue said it is worth, or null where it told no number
     * @param booked what its own trading has brought so far, or null while that is unknown: then nothing is judged
     */
    public List<BreakerTransition> onEquityRead(
            AccountId account, @Nullable Usd equity, @Nullable Usd booked, long nowMs) {
        if (booked == null) {
            return List.of();
        }
        return breakers.change(
                nowMs,
                each -> each instanceof EquityBreaker one && isOf(account, one)
                        ? one.onRead(equity, booked, policy.equity(), nowMs)
                        : each);
    }

    /**
     * Money was moved into an account, or out of it where the amount is negative. Peaks and baselines move with it.
     *
     * @param atMs venue time when it moved
     */
    public List<BreakerTransition> onTransfer(AccountId account, Usd amount, long atMs, long nowMs) {
        EquityBreaker equity = equityOf(account);
        if (equity == null || equity.precedes(atMs)) {
            return List.of();
        }
        boolean seen = equity.shows(atMs);
        return breakers.change(nowMs, each -> {
            if (each instanceof EquityBreaker one && isOf(account, one)) {
                return one.onTransfer(amount, atMs, policy.equity(), nowMs);
            }
            if (each instanceof DailyLossBreaker one && holdsMoneyOf(account, one)) {
                return one.onTransfer(amount, atMs, seen);
            }
            return each instanceof DrawdownBreaker one && holdsMoneyOf(account, one)
                    ? one.onTransfer(amount, atMs, seen)
                    : each;
        });
    }

    /** A round trip ended. */
    public List<BreakerTransition> onTradeClosed(
            AccountId account, StrategyId strategy, MarketId market, Usd netPnl, long nowMs) {
        return breakers.change(nowMs, each -> {
            if (each instanceof LossStreakBreaker one && one.scope().covers(account, strategy, market)) {
                Integer most = limits.streak(one.scope());
                return most == null
                        ? one
                        : one.onTrade(netPnl, most, policy.lossStreak().warnAt(), nowMs);
            }
            return each;
        });
    }

    /** An order got its outcome; an error is one that the venue refused or left unanswered. */
    public List<BreakerTransition> onOrderOutcome(AccountId account, boolean error, long nowMs) {
        return breakers.change(
                nowMs,
                each -> each instanceof OrderErrorBreaker one && isOf(account, one)
                        ? one.onOutcome(error, policy.orderErrors(), nowMs)
                        : each);
    }

    /** The venue refused a request of an account for being one too many. */
    public List<BreakerTransition> onRateLimited(AccountId account, long nowMs) {
        return breakers.change(
                nowMs,
                each -> each instanceof RateLimitBreaker one && isOf(account, one)
                        ? one.onHit(policy.rateLimit(), nowMs)
                        : each);
    }

    /** A comparison of an account's books with the venue ended; what is not yet proven does not count. */
    public List<BreakerTransition> onReconciled(AccountId account, int differences, long nowMs) {
        return breakers.change(
                nowMs,
                each -> each instanceof ReconciliationBreaker one && isOf(account, one)
                        ? one.onCompared(differences, policy.reconciliation(), nowMs)
                        : each);
    }

    /** A market told something, at venue time; nothing is judged before {@link #judge}. */
    public void onMarketNews(MarketId market, long newsAtMs) {
        List<Breaker> all = breakers.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof StaleDataBreaker one
                    && one.scope() instanceof RiskScope.OfMarket of
                    && of.market().equals(market)) {
                all.set(i, one.onNews(newsAtMs));
            }
        }
    }

    /** Judges losses and everything that time alone changes. Called before entries are, and whenever time has passed. */
    public List<BreakerTransition> judge(PnlSource pnl, long nowMs) {
        Worth worth = worth(pnl, nowMs);
        return breakers.changeAndCoolOff(nowMs, each -> switch (each) {
            case DailyLossBreaker one -> daily(one, worth.of(one.scope()), nowMs);
            case DrawdownBreaker one -> drawdown(one, worth.of(one.scope()), nowMs);
            case OrderErrorBreaker one -> one.onTime(policy.orderErrors(), nowMs);
            case RateLimitBreaker one -> one.onTime(policy.rateLimit(), nowMs);
            case StaleDataBreaker one -> one.onTime(policy.staleData(), nowMs);
            case LossStreakBreaker one -> one;
            case ReconciliationBreaker one -> one;
            case EquityBreaker one -> one;
        });
    }

    /** Judges losses alone, after prices have moved; what time changes is not looked at. */
    public List<BreakerTransition> judgeLosses(PnlSource pnl, long nowMs) {
        if (!breakers.watchesLosses()) {
            return List.of();
        }
        Worth worth = worth(pnl, nowMs);
        return breakers.change(nowMs, each -> switch (each) {
            case DailyLossBreaker one -> daily(one, worth.of(one.scope()), nowMs);
            case DrawdownBreaker one -> drawdown(one, worth.of(one.scope()), nowMs);
            case OrderErrorBreaker one -> one;
            case RateLimitBreaker one -> one;
            case StaleDataBreaker one -> one;
            case LossStreakBreaker one -> one;
            case ReconciliationBreaker one -> one;
            case EquityBreaker one -> one;
        });
    }

    /** The first instant after now at which time alone may change a stage: then it must be judged again. */
    public long nextJudgementMs(long nowMs) {
        long next = Long.MAX_VALUE;
        for (Breaker each : breakers.all()) {
            next = Math.min(next, Waiting.nextMs(each, policy, nowMs));
        }
        return next;
    }

    /** Resets a tripped breaker, by its name, for a person with a reason. */
    public ResetResult reset(String name, Resetter person, long nowMs) {
        return person.reason().isBlank()
                ? new ResetResult.Refused("a reset needs a reason")
                : breakers.reset(name, person, nowMs);
    }

    /** The first tripped breaker that covers an entry, or null where none does. */
    public @Nullable Breaker tripped(AccountId account, StrategyId strategy, MarketId market) {
        return breakers.first(each -> each.isTripped() && each.scope().covers(account, strategy, market));
    }

    /** Whether a breaker that covers an entry warns: then its size is halved. */
    public boolean warns(AccountId account, StrategyId strategy, MarketId market) {
        return breakers.first(each ->
                        each.stage() == BreakerStage.WARNING && each.scope().covers(account, strategy, market))
                != null;
    }

    /** What may still be lost today, for each daily limit that covers an entry. */
    public List<DailyBudget> budgets(AccountId account, StrategyId strategy, MarketId market) {
        List<DailyBudget> budgets = new ArrayList<>();
        for (Breaker each : breakers.all()) {
            if (each instanceof DailyLossBreaker one && one.scope().covers(account, strategy, market)) {
                budgets.add(new DailyBudget(one.scope(), one.remaining()));
            }
        }
        return budgets;
    }

    /** Why an account's equity is not known, or null where it is. */
    public @Nullable String equityDoubt(AccountId account, long nowMs) {
        EquityBreaker equity = equityOf(account);
        return equity == null
                ? "never read"
                : equity.doubt(nowMs, policy.equity().maxAgeMs());
    }

    /** An account's equity now, own trading since the last reading added, or null where it is not known. */
    public @Nullable Usd equity(AccountId account, PnlSource pnl, long nowMs) {
        return worth(pnl, nowMs).of(new RiskScope.OfAccount(account));
    }

    private Worth worth(PnlSource pnl, long nowMs) {
        return new Worth(breakers.all(), pnl, policy.equity(), nowMs);
    }

    private Breaker daily(DailyLossBreaker one, @Nullable Usd worth, long nowMs) {
        if (worth == null) {
            return one.onUnknown();
        }
        Usd limit = limits.daily(one.scope(), one.baselineFor(worth, nowMs));
        return limit == null
                ? one
                : one.onWorth(worth, limit, policy.dailyLoss().warnAt(), nowMs);
    }

    private Breaker drawdown(DrawdownBreaker one, @Nullable Usd worth, long nowMs) {
        if (worth == null) {
            return one.onUnknown();
        }
        Usd limit = limits.drawdown(one.scope(), one.peakFor(worth));
        return limit == null ? one : one.onWorth(worth, limit, policy.drawdown().warnAt(), nowMs);
    }

    private @Nullable EquityBreaker equityOf(AccountId account) {
        return breakers.first(each -> each instanceof EquityBreaker && isOf(account, each)) instanceof EquityBreaker one
                ? one
                : null;
    }

    private static boolean isOf(AccountId account, Breaker breaker) {
        return breaker.scope() instanceof RiskScope.OfAccount one
                && one.account().equals(account);
    }

    /** Transfers move what accounts are worth; strategies and markets are worth what they have earned. */
    private static boolean holdsMoneyOf(AccountId account, Breaker breaker) {
        return breaker.scope() instanceof RiskScope.Global || isOf(account, breaker);
    }
}
