package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;
import dev.sparkstacker.risk.breaker.DailyBudget;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What the entry may lose: less than is left for today, at a stop that is there, is hit first, and lies where it must. */
final class LossChecks {
    private static final Measure ANY = new Measure.Words("any");
    private static final Measure NO_STOP = new Measure.Words("none");
    private static final Bound A_STOP = Bound.words("a stop");

    private LossChecks() {}

    /** The loss at the stop, with what everything open would lose at its stops, against what is left of each limit. */
    static Check dailyBudget(ProposedEntry entry, EntryFacts facts) {
        Usd loss = lossAtStop(entry);
        Check tightest = null;
        long leastRoom = Long.MAX_VALUE;
        for (DailyBudget budget : facts.standing().budgets()) {
            Usd open = facts.loads().in(budget.scope()).openRisk();
            Usd remaining = budget.remaining();
            if (loss == null || open == null || remaining == null) {
                return unknownBudget(loss, open, budget);
            }
            Usd atRisk = loss.plus(open);
            long room = remaining.minus(atRisk).e8();
            if (tightest == null || room < leastRoom) {
                leastRoom = room;
                tightest = Check.atMost(Reason.DAILY_BUDGET, Unit.USD, atRisk.e8(), remaining.e8(), budget.scope());
            }
        }
        return tightest == null ? Check.unlimited(Reason.DAILY_BUDGET, ANY) : tightest;
    }

    private static Check unknownBudget(@Nullable Usd loss, @Nullable Usd open, DailyBudget budget) {
        String what = loss == null
                ? "loss at the stop unknown"
                : open == null ? "open risk unknown" : "loss of today unknown";
        Usd remaining = budget.remaining();
        Measure limit = remaining == null
                ? new Measure.Words("what is left for today")
                : new Measure.Amount(Unit.USD, remaining.e8());
        return Check.unknown(Reason.DAILY_BUDGET, what, new Bound(Bound.Relation.AT_MOST, limit, budget.scope()));
    }

    static Check stopBeforeLiquidation(ProposedEntry entry, EntryFacts facts) {
        LiquidationPrice.Result liquidation = LiquidationPrice.of(entry, facts);
        Price stop = entry.stop();
        Bound.Relation relation = entry.side() == Side.BUY ? Bound.Relation.ABOVE : Bound.Relation.BELOW;
        Measure at = liquidation.known()
                ? new Measure.Amount(Unit.PRICE, liquidation.price().e8())
                : new Measure.Words("the liquidation price");
        Bound bound = new Bound(relation, at, null);
        if (stop == null || !liquidation.known()) {
            return Check.unknown(
                    Reason.STOP_BEYOND_LIQUIDATION, stop == null ? "no stop" : "liquidation price unknown", bound);
        }
        boolean first = entry.isWorse(liquidation.price(), stop);
        return new Check(Reason.STOP_BEYOND_LIQUIDATION, first, new Measure.Amount(Unit.PRICE, stop.e8()), bound);
    }

    static Check stopPresent(ProposedEntry entry, EntryFacts facts) {
        Price stop = entry.stop();
        boolean present = stop != null && !stop.isZero();
        Measure seen = stop == null ? NO_STOP : new Measure.Amount(Unit.PRICE, stop.e8());
        return new Check(Reason.STOP_MISSING, present, seen, A_STOP);
    }

    static Check stopSide(ProposedEntry entry, EntryFacts facts) {
        Price stop = entry.stop();
        Bound.Relation relation = entry.side() == Side.BUY ? Bound.Relation.BELOW : Bound.Relation.ABOVE;
        Bound bound = new Bound(
                relation, new Measure.Amount(Unit.PRICE, entry.reference().e8()), null);
        if (stop == null) {
            return Check.unknown(Reason.STOP_ON_WRONG_SIDE, "none", bound);
        }
        boolean right = entry.isWorse(stop, entry.reference());
        return new Check(Reason.STOP_ON_WRONG_SIDE, right, new Measure.Amount(Unit.PRICE, stop.e8()), bound);
    }

    /** A target lies on the side of profit, at a price above zero. */
    static Check target(ProposedEntry entry, EntryFacts facts) {
        Rate distance = entry.targetDistance();
        if (distance == null) {
            return Check.unlimited(Reason.TARGET_INVALID, NO_STOP);
        }
        boolean ahead = distance.e12() > 0;
        boolean positive = entry.side() == Side.BUY || distance.e12() < Rate.ONE;
        Bound bound = Bound.words(entry.side() == Side.BUY ? "> 0 %" : "> 0 % and < 100 %");
        return new Check(Reason.TARGET_INVALID, ahead && positive, new Measure.Amount(Unit.PCT, distance.e12()), bound);
    }

    /** The loss from the worst entry price to the stop, or null without a stop on the side of loss. */
    private static @Nullable Usd lossAtStop(ProposedEntry entry) {
        Price stop = entry.stop();
        if (stop == null || !entry.isWorse(stop, entry.limit())) {
            return null;
        }
        return new Price(Math.abs(entry.limit().e8() - stop.e8())).times(entry.size(), RoundingMode.UP);
    }
}
