package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;

/**
 * Whether anything can happen while the price moves within a range. When in doubt it says yes: a point too many costs
 * time, one too few would be a mistake.
 */
final class Reach {
    /** A position that has lost less than this part of what it may lose is far from its liquidation. */
    private static final long SAFE_PART = 4;

    private final Stage stage;
    private final Instrument instrument;
    private final boolean lossesAreWatched;

    Reach(Stage stage, RunPlan plan) {
        this.stage = stage;
        this.instrument = plan.instrument();
        this.lossesAreWatched = watchesLosses(plan.trading().risk());
    }

    private static boolean watchesLosses(RiskConfig risk) {
        return !risk.limits().losses().equals(LimitSet.Losses.NONE)
                || risk.scoped().stream()
                        .anyMatch(scoped -> !scoped.limits().losses().equals(LimitSet.Losses.NONE));
    }

    /**
     * Whether nothing happens up to an instant while the price stays within a range. The mark price is the price rounded
     * to a tick, so that it may lie one tick outside.
     */
    boolean isNothingWithin(long untilMs, long lowE8, long highE8) {
        if (!stage.isQuietUntil(untilMs)) {
            return false;
        }
        long tick = instrument.tickAt(new Price(highE8)).e8();
        for (Account account : stage.accounts()) {
            if (!isSafe(account, lowE8 - tick, highE8 + tick)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSafe(Account account, long lowE8, long highE8) {
        for (Position position : account.positions()) {
            if (lossesAreWatched || !isFarFromLiquidation(account, position, lowE8, highE8)) {
                return false;
            }
        }
        for (Order order : account.openOrders()) {
            Trigger trigger = order.trigger();
            boolean outside = trigger != null
                    && order.isWaitingTrigger()
                    && (trigger.price().e8() < lowE8 || trigger.price().e8() > highE8);
            if (!outside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFarFromLiquidation(Account account, Position position, long lowE8, long highE8) {
        Price worst = new Price(position.size().isLong() ? lowE8 : highE8);
        long loss = -position.unrealizedPnl(worst).e8();
        long backing =
                position.isIsolated() ? position.margin().e8() : account.cash().e8();
        return loss < backing / SAFE_PART;
    }
}
