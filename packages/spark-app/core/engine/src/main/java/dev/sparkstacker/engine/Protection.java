package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.config.ExitConfig;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a position's resting stop and target.
 *
 * <p>Triggers are rounded towards the entry price, so that a stop never risks more than configured. The limit price
 * lies the bound beyond the trigger, where the venue demands it, so that the order executes in a fast market. A stop that
 * was trailed stays where it was trailed to; a planned one that the entry price left on its wrong side gives way to the
 * configured distance.
 *
 * @param stop the stop's trigger and limit
 * @param stopLimit the worst price the stop may execute at
 * @param target the target's trigger
 * @param targetLimit the worst price the target may execute at
 */
record Protection(Trigger stop, Price stopLimit, Trigger target, Price targetLimit) {
    static Protection of(
            Side positionSide,
            Price entry,
            ExitConfig exits,
            EntryPlan plan,
            @Nullable Price trailed,
            Rate bound,
            Instrument instrument) {
        boolean isLong = positionSide == Side.BUY;
        Rate distance = Objects.requireNonNullElse(plan.targetDistance(), exits.targetDistance());
        Rate targetMove = isLong ? distance : distance.negate();
        RoundingMode towardsEntryFromTarget = isLong ? RoundingMode.FLOOR : RoundingMode.CEILING;
        Price stop = trailed != null ? trailed : initialStop(isLong, entry, exits, plan, instrument);
        Price target = instrument.roundPrice(entry.shift(targetMove, towardsEntryFromTarget), towardsEntryFromTarget);
        return new Protection(
                stopAt(stop),
                beyond(stop, isLong, bound, instrument),
                new Trigger(TriggerKind.TAKE_PROFIT, target, true),
                beyond(target, isLong, bound, instrument));
    }

    /** Where the stop of an entry at this price is to rest. */
    static Price stopFor(Side side, Price entry, ExitConfig exits, EntryPlan plan, Instrument instrument) {
        return initialStop(side == Side.BUY, entry, exits, plan, instrument);
    }

    private static Price initialStop(
            boolean isLong, Price entry, ExitConfig exits, EntryPlan plan, Instrument instrument) {
        RoundingMode towardsEntry = isLong ? RoundingMode.CEILING : RoundingMode.FLOOR;
        Price planned = plan.stop();
        if (planned != null && !planned.isZero()) {
            Price rounded = instrument.roundPrice(planned, towardsEntry);
            boolean protects = isLong ? rounded.compareTo(entry) < 0 : rounded.compareTo(entry) > 0;
            if (protects) {
                return rounded;
            }
        }
        Rate move = isLong ? exits.stopDistance().negate() : exits.stopDistance();
        return instrument.roundPrice(entry.shift(move, towardsEntry), towardsEntry);
    }

    static Trigger stopAt(Price price) {
        return new Trigger(TriggerKind.STOP_LOSS, price, true);
    }

    /** A long position is left by selling, so its worst price lies below the trigger; mirrored for a short. */
    static Price beyond(Price trigger, boolean isLong, Rate bound, Instrument instrument) {
        RoundingMode outward = isLong ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return instrument.roundPrice(trigger.shift(isLong ? bound.negate() : bound, outward), outward);
    }
}
