package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The limits and breakers of a seed.
 *
 * <pre>
 *  everywhere     positions, exposure and count, wide or so tight that they bind; drawdown, losses in a row
 *  ETH            one limit that binds, of any kind; loss of the day: BTC trades on, so that the seed has orders
 *  main account   exposure, count
 *  breakers       halt or flatten, and end by themselves soon: people look in every few minutes only
 *  schedule       open always, or closed for a part of the two hours with faults
 * </pre>
 */
final class DrawnRisk {
    private static final RiskScope ETH = new RiskScope.OfMarket(Scene.ETH);
    private static final RiskScope MAIN = new RiskScope.OfAccount(Scene.MAIN);
    private static final int KINDS_OF_TIGHT = 13;
    private static final int MINUTES_PER_DAY = 1_440;

    private final SplittableRandom random;

    private final boolean ethApart;

    private DrawnRisk(SplittableRandom random, boolean ethApart) {
        this.random = random;
        this.ethApart = ethApart;
    }

    /**
     * Draws them.
     *
     * @param ethApart whether BTC trades on where ETH does not: only then has ETH limits of its own
     */
    static RiskConfig from(SplittableRandom random, boolean ethApart) {
        return new DrawnRisk(random, ethApart).config();
    }

    private RiskConfig config() {
        LimitSet everywhere =
                new LimitSet(LimitSet.Orders.NONE, positions(), LimitSet.MarketQuality.NONE, everywhereLosses());
        return new RiskConfig(everywhere, scoped(), breakers(), schedule());
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private LimitSet.Positions positions() {
        return new LimitSet.Positions(
                oneIn(4) ? Usd.of("500") : Scene.MAX_POSITION,
                oneIn(3) ? Usd.of("1000") : Scene.MAX_EXPOSURE,
                oneIn(6) ? 2 : Scene.MAX_POSITIONS,
                Scene.MAIN_LEVERAGE,
                null);
    }

    private LimitSet.Losses everywhereLosses() {
        LossLimit drawdown = oneIn(3) ? usd(30 + random.nextInt(60)) : null;
        Integer streak = oneIn(4) ? (Integer) (2 + random.nextInt(3)) : null;
        return new LimitSet.Losses(null, drawdown, streak);
    }

    private static LossLimit usd(int amount) {
        return new LossLimit(Usd.of(String.valueOf(amount)), null);
    }

    private List<ScopedLimits> scoped() {
        List<ScopedLimits> scoped = new ArrayList<>();
        boolean binds = ethApart && oneIn(2);
        boolean loses = ethApart && oneIn(3);
        if (binds || loses) {
            LimitSet tight = binds ? tight() : LimitSet.NONE;
            LimitSet.Losses losses =
                    loses ? new LimitSet.Losses(usd(10 + random.nextInt(40)), null, null) : LimitSet.Losses.NONE;
            scoped.add(new ScopedLimits(ETH, new LimitSet(tight.orders(), tight.positions(), tight.market(), losses)));
        }
        if (oneIn(4)) {
            scoped.add(new ScopedLimits(
                    MAIN, positions(new LimitSet.Positions(null, Usd.of("900"), oneIn(2) ? 1 : null, null, null))));
        }
        return scoped;
    }

    /** One limit that entries run into. */
    private LimitSet tight() {
        return switch (random.nextInt(KINDS_OF_TIGHT)) {
            case 0 -> orders(new LimitSet.Orders(Usd.of("5000"), null, null, null));
            case 1 -> orders(new LimitSet.Orders(null, Usd.of("300"), null, null));
            case 2 -> orders(new LimitSet.Orders(null, null, 1, null));
            case 3 -> orders(new LimitSet.Orders(null, null, null, Pct.of("0.1")));
            case 4 -> positions(new LimitSet.Positions(Usd.of("400"), null, null, null, null));
            case 5 -> positions(new LimitSet.Positions(null, Usd.of("500"), null, null, null));
            case 6 -> positions(new LimitSet.Positions(null, Usd.of("850"), null, null, null));
            case 7 -> positions(new LimitSet.Positions(null, null, 1, null, null));
            case 8 -> positions(new LimitSet.Positions(null, null, null, new Leverage(30), null));
            case 9 -> positions(new LimitSet.Positions(null, null, null, null, new Leverage(4)));
            case 10 -> market(new LimitSet.MarketQuality(Usd.of("100000000"), null, null));
            case 11 -> market(new LimitSet.MarketQuality(null, Pct.of("0.001"), null));
            default -> market(new LimitSet.MarketQuality(null, null, Pct.of("0.0001")));
        };
    }

    private static LimitSet orders(LimitSet.Orders orders) {
        return new LimitSet(orders, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, LimitSet.Losses.NONE);
    }

    private static LimitSet positions(LimitSet.Positions positions) {
        return new LimitSet(LimitSet.Orders.NONE, positions, LimitSet.MarketQuality.NONE, LimitSet.Losses.NONE);
    }

    private static LimitSet market(LimitSet.MarketQuality market) {
        return new LimitSet(LimitSet.Orders.NONE, LimitSet.Positions.NONE, market, LimitSet.Losses.NONE);
    }

    private BreakerPolicy breakers() {
        BreakerPolicy usual = Scene.breakers();
        return new BreakerPolicy(
                rule(2, "40"),
                rule(2, "80"),
                rule(2, "80"),
                new BreakerPolicy.OrderErrors(rule(4, "80"), Pct.of("50"), 10, 120_000),
                new BreakerPolicy.RateLimit(rule(4, "80"), 5, 60_000),
                usual.staleData(),
                usual.reconciliation(),
                usual.equity());
    }

    /**
     * @param flattens one in how many flattens instead of halting
     * @param warnAtPct of its threshold
     */
    private BreakerRule rule(int flattens, String warnAtPct) {
        BreakerAction action = oneIn(flattens) ? BreakerAction.FLATTEN : BreakerAction.HALT;
        return new BreakerRule(action, Pct.of(warnAtPct), 60_000 + random.nextInt(240_000));
    }

    private List<TradingWindow> schedule() {
        if (!oneIn(5)) {
            return List.of();
        }
        int closes = 10 + random.nextInt(40);
        int opens = closes + 10 + random.nextInt(40);
        return List.of(new TradingWindow(1, 7, 0, closes), new TradingWindow(1, 7, opens, MINUTES_PER_DAY));
    }
}
