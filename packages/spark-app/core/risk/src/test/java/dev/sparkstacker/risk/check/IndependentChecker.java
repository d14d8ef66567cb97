package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.breaker.DailyBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which rules an entry breaks, written from the rules' meaning alone: unlimited decimals, each limit of each scope
 * held on its own, no notion of a tightest one. It shares nothing with the checks but the records they judge.
 */
final class IndependentChecker {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The checks round a liquidation price towards the entry, each step by a tick at most; never away from it. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.00000005");

    private final ProposedEntry entry;
    private final EntryFacts facts;
    private final BigDecimal size;
    private final BigDecimal reference;
    private final BigDecimal limit;
    private final BigDecimal notional;
    private final boolean buys;
    private final Set<Reason> broken = EnumSet.noneOf(Reason.class);
    private boolean nearLiquidation;

    private IndependentChecker(ProposedEntry entry, EntryFacts facts) {
        this.entry = entry;
        this.facts = facts;
        size = decimal(entry.size().e8());
        reference = decimal(entry.reference().e8());
        limit = decimal(entry.limit().e8());
        notional = reference.multiply(size).setScale(8, RoundingMode.HALF_UP);
        buys = entry.side() == Side.BUY;
    }

    /** What it found. {@code mayDeny} holds a rule that may be broken by rounding on the safe side. */
    record Finding(Set<Reason> broken, Set<Reason> mayDeny) {}

    static Finding judge(ProposedEntry entry, EntryFacts facts) {
        IndependentChecker checker = new IndependentChecker(entry, facts);
        checker.world();
        checker.order();
        checker.exposure();
        checker.leverage();
        checker.book();
        checker.loss();
        Set<Reason> mayDeny = EnumSet.noneOf(Reason.class);
        if (checker.nearLiquidation) {
            mayDeny.add(Reason.STOP_BEYOND_LIQUIDATION);
        }
        return new Finding(checker.broken, mayDeny);
    }

    private void world() {
        rule(Reason.NOT_ACTIVE, facts.trading().state() == TradingState.ACTIVE);
        rule(Reason.NOT_RECONCILED, facts.trading().reconciled());
        rule(Reason.DUPLICATE_ENTRY, !facts.trading().duplicate());
        rule(Reason.OPPOSITE_ON_NET_ACCOUNT, facts.trading().oppositeHolder() == null);
        rule(Reason.KILL_SWITCH, facts.standing().kill() == null);
        rule(Reason.BREAKER_TRIPPED, facts.standing().tripped() == null);
        rule(
                Reason.EQUITY_UNKNOWN,
                facts.standing().equityDoubt() == null && facts.account().equity() != null);
        rule(
                Reason.OUTSIDE_SCHEDULE,
                facts.schedule().isEmpty()
                        || facts.schedule().stream().anyMatch(window -> window.contains(facts.nowMs())));
        rule(Reason.FEED_DEGRADED, facts.market().feedFault() == null);
        rule(Reason.STALE_QUOTE, facts.market().quoteAgeMs() <= facts.market().maxAgeMs());
        rule(Reason.NO_MARK, mark() != null);
    }

    private void order() {
        BigDecimal lot =
                BigDecimal.ONE.movePointLeft(facts.market().instrument().szDecimals());
        rule(Reason.ROUNDS_TO_ZERO, size.signum() > 0 && size.remainder(lot).signum() == 0);
        rule(
                Reason.BELOW_MIN_NOTIONAL,
                notional.compareTo(money(facts.market().instrument().minNotional())) >= 0);
        each(
                Reason.BELOW_MIN_ORDER_SIZE,
                set -> set.orders().minSize(),
                (scope, least) -> notional.compareTo(money(least)) >= 0);
        each(
                Reason.MAX_ORDER_SIZE,
                set -> set.orders().maxSize(),
                (scope, most) -> notional.compareTo(money(most)) <= 0);
        each(
                Reason.MAX_ORDER_RATE,
                set -> set.orders().maxPerMinute(),
                (scope, most) -> load(scope).entriesWithinMinute() < most);
        BigDecimal mark = mark();
        each(
                Reason.PRICE_COLLAR,
                set -> set.orders().priceCollar(),
                (scope, most) -> mark != null
                        && limit.subtract(mark)
                                        .abs()
                                        .multiply(HUNDRED)
                                        .compareTo(percent(most.e10()).multiply(mark))
                                <= 0);
    }

    private void exposure() {
        Usd position = facts.loads().position();
        each(Reason.MAX_POSITION_SIZE, set -> set.positions().maxSize(), (scope, most) -> fits(position, most));
        each(
                Reason.MAX_CONCURRENT_POSITIONS,
                set -> set.positions().maxConcurrent(),
                (scope, most) -> load(scope).positions() < most);
        each(
                Reason.MAX_TOTAL_EXPOSURE,
                set -> set.positions().maxExposure(),
                (scope, most) -> fits(load(scope).held(), most));
        each(
                Reason.WORST_CASE_EXPOSURE,
                set -> set.positions().maxExposure(),
                (scope, most) -> fits(load(scope).worstCase(), most));
    }

    private boolean fits(@Nullable Usd held, Usd most) {
        return held != null && money(held).add(notional).compareTo(money(most)) <= 0;
    }

    private void leverage() {
        int offered = facts.market().instrument().maxLeverage().times();
        int wanted = entry.leverage().times();
        each(
                Reason.LEVERAGE_TOO_LOW,
                set -> set.positions().minOfferedLeverage(),
                (scope, least) -> offered >= least.times());
        rule(Reason.LEVERAGE_TOO_HIGH, wanted <= offered);
        each(Reason.LEVERAGE_TOO_HIGH, set -> set.positions().maxLeverage(), (scope, most) -> wanted <= most.times());
        rule(Reason.LEVERAGE_UNCONFIRMED, Objects.equals(facts.account().confirmedLeverage(), entry.leverage()));
        rule(Reason.MARGIN_MODE_UNCONFIRMED, facts.account().confirmedMarginMode() == entry.marginMode());
    }

    private void book() {
        OrderBook book = facts.market().book();
        boolean usable = book != null
                && !book.bids().isEmpty()
                && !book.asks().isEmpty()
                && book.ageMs() <= facts.market().maxAgeMs()
                && price(book.bids().getFirst()).compareTo(price(book.asks().getFirst())) < 0;
        BigDecimal mid = !usable || book == null
                ? BigDecimal.ONE
                : price(book.bids().getFirst())
                        .add(price(book.asks().getFirst()))
                        .divide(BigDecimal.TWO, 8, RoundingMode.DOWN);
        List<BookLevel> taken = book == null ? List.of() : buys ? book.asks() : book.bids();
        BigDecimal threshold = threshold();
        BigDecimal depth = BigDecimal.ZERO;
        for (BookLevel level : taken) {
            boolean near = threshold == null
                    || price(level).subtract(mid).abs().multiply(HUNDRED).compareTo(threshold.multiply(mid)) <= 0;
            depth = near
                    ? depth.add(
                            price(level).multiply(decimal(level.size().e8())).setScale(8, RoundingMode.DOWN))
                    : depth;
        }
        BigDecimal inReach = depth;
        each(
                Reason.BOOK_TOO_THIN,
                set -> set.market().minDepth(),
                (scope, least) -> usable && inReach.compareTo(money(least)) >= 0);
        BigDecimal spread = usable && book != null
                ? price(book.asks().getFirst()).subtract(price(book.bids().getFirst()))
                : BigDecimal.ZERO;
        each(
                Reason.SPREAD_TOO_WIDE,
                set -> set.market().maxSpread(),
                (scope, most) -> usable
                        && spread.multiply(HUNDRED)
                                        .compareTo(percent(most.e10()).multiply(mid))
                                <= 0);
        BigDecimal average = average(taken);
        each(
                Reason.SLIPPAGE_TOO_HIGH,
                set -> set.market().maxSlippage(),
                (scope, most) -> usable
                        && average != null
                        && average.subtract(mid)
                                        .abs()
                                        .multiply(HUNDRED)
                                        .compareTo(percent(most.e10()).multiply(mid))
                                <= 0);
    }

    /** The smallest slippage threshold of all scopes. */
    private @Nullable BigDecimal threshold() {
        BigDecimal smallest = null;
        for (ScopedLimits each : facts.limits()) {
            var own = each.limits().market().maxSlippage();
            if (own != null && (smallest == null || percent(own.e10()).compareTo(smallest) < 0)) {
                smallest = percent(own.e10());
            }
        }
        return smallest;
    }

    private @Nullable BigDecimal average(List<BookLevel> taken) {
        BigDecimal left = size;
        BigDecimal paid = BigDecimal.ZERO;
        RoundingMode against = buys ? RoundingMode.UP : RoundingMode.DOWN;
        for (BookLevel level : taken) {
            BigDecimal part = left.min(decimal(level.size().e8()));
            paid = paid.add(price(level).multiply(part).setScale(8, against));
            left = left.subtract(part);
        }
        return left.signum() > 0 || size.signum() == 0 ? null : paid.divide(size, 8, against);
    }

    private void loss() {
        BigDecimal stop = entry.stop() == null ? null : decimal(entry.stop().e8());
        rule(Reason.STOP_MISSING, stop != null && stop.signum() > 0);
        rule(Reason.STOP_ON_WRONG_SIDE, stop != null && adverse(stop, reference).signum() > 0);
        BigDecimal liquidation = liquidation();
        rule(
                Reason.STOP_BEYOND_LIQUIDATION,
                stop != null
                        && liquidation != null
                        && adverse(liquidation, stop).signum() > 0);
        nearLiquidation = stop != null
                && liquidation != null
                && adverse(liquidation, stop).signum() > 0
                && adverse(liquidation, stop).compareTo(ROUNDING) <= 0;
        for (DailyBudget budget : facts.standing().budgets()) {
            Usd open = load(budget.scope()).openRisk();
            Usd left = budget.remaining();
            boolean known = stop != null
                    && open != null
                    && left != null
                    && adverse(stop, limit).signum() > 0;
            rule(
                    Reason.DAILY_BUDGET,
                    known
                            && open != null
                            && left != null
                            && stop != null
                            && adverse(stop, limit)
                                            .multiply(size)
                                            .setScale(8, RoundingMode.UP)
                                            .add(money(open))
                                            .compareTo(money(left))
                                    <= 0);
        }
        if (entry.targetDistance() != null) {
            BigDecimal ahead = BigDecimal.valueOf(entry.targetDistance().e12(), 12);
            BigDecimal target = reference.multiply(buys ? BigDecimal.ONE.add(ahead) : BigDecimal.ONE.subtract(ahead));
            rule(
                    Reason.TARGET_INVALID,
                    target.signum() > 0 && adverse(reference, target).signum() > 0);
        }
    }

    /** How far a price lies on the side of loss of another. */
    private BigDecimal adverse(BigDecimal price, BigDecimal than) {
        return buys ? than.subtract(price) : price.subtract(than);
    }

    /**
     * From account equity = maintenance, solved for the price; held to what a price can express. Both sides are multiplied
     * by all that divides, so that the only division is the last one and its rounding is the only one.
     */
    private @Nullable BigDecimal liquidation() {
        if (size.signum() == 0) {
            return null;
        }
        EntryFacts.Held held = facts.account().held();
        BigDecimal heldSize =
                held == null ? BigDecimal.ZERO : decimal(held.size().e8());
        BigDecimal heldCost = held == null
                ? BigDecimal.ZERO
                : heldSize.multiply(decimal(held.entryPrice().e8()));
        BigDecimal all = size.add(heldSize);
        BigDecimal cost = heldCost.add(size.multiply(limit));
        BigDecimal oneOverRate = BigDecimal.valueOf(
                2L * facts.market().instrument().maxLeverage().times());
        BigDecimal signed = buys ? all : all.negate();
        BigDecimal times = BigDecimal.ONE;
        BigDecimal raw;
        if (entry.marginMode() == MarginMode.ISOLATED) {
            times = BigDecimal.valueOf(entry.leverage().times());
            BigDecimal worth = cost.multiply(times);
            raw = buys ? cost.subtract(worth) : cost.add(worth);
        } else {
            Usd equity = facts.account().equity();
            Usd others = facts.account().otherMaintenance();
            BigDecimal mark = facts.market().mark() == null
                    ? null
                    : decimal(facts.market().mark().e8());
            if (equity == null || others == null || mark == null) {
                return null;
            }
            BigDecimal over = adverse(mark, limit).max(BigDecimal.ZERO).multiply(size);
            raw = money(equity).subtract(money(others)).subtract(over).subtract(signed.multiply(mark));
        }
        BigDecimal price = raw.negate()
                .multiply(oneOverRate)
                .divide(
                        signed.multiply(oneOverRate).subtract(all).multiply(times),
                        8,
                        buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return price.max(BigDecimal.ZERO);
    }

    private @Nullable BigDecimal mark() {
        var mark = facts.market().mark();
        return mark == null || mark.e8() == 0 ? null : decimal(mark.e8());
    }

    private ScopeLoad load(RiskScope scope) {
        if (scope instanceof RiskScope.OfAccount) {
            return facts.loads().account();
        }
        if (scope instanceof RiskScope.OfStrategy) {
            return facts.loads().strategy();
        }
        return scope instanceof RiskScope.OfMarket
                ? facts.loads().market()
                : facts.loads().global();
    }

    private interface Holds<T> {
        boolean test(RiskScope scope, T limit);
    }

    private <T> void each(Reason reason, Function<LimitSet, @Nullable T> limitOf, Holds<T> holds) {
        for (ScopedLimits scoped : facts.limits()) {
            T own = limitOf.apply(scoped.limits());
            if (own != null) {
                rule(reason, holds.test(scoped.scope(), own));
            }
        }
    }

    private void rule(Reason reason, boolean holds) {
        if (!holds) {
            broken.add(reason);
        }
    }

    private static BigDecimal price(BookLevel level) {
        return decimal(level.price().e8());
    }

    private static BigDecimal money(Usd amount) {
        return decimal(amount.e8());
    }

    private static BigDecimal decimal(long e8) {
        return BigDecimal.valueOf(e8, FixedPoint.DECIMALS);
    }

    private static BigDecimal percent(long e10) {
        return BigDecimal.valueOf(e10, 10);
    }
}
