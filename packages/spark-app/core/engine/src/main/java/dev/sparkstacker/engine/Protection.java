package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.config.ExitConfig;
import java.math.RoundingMode;

/**
 * Prices of a position's resting stop and target.
 *
 * <p>Triggers are rounded towards the entry price, so that a stop never risks more than configured. The limit price
 * lies the bound beyond the trigger, where the venue demands it, so that the order executes in a fast market.
 *
 * @param stop the stop's trigger and limit
 * @param stopLimit the worst price the stop may execute at
 * @param target the target's trigger
 * @param targetLimit the worst price the target may execute at
 */
record Protection(Trigger stop, Price stopLimit, Trigger target, Price targetLimit) {
    static Protection of(Side positionSide, Price entry, ExitConfig exits, Rate bound, Instrument instrument) {
        boolean isLong = positionSide == Side.BUY;
        Rate stopMove = isLong ? exits.stopDistance().negate() : exits.stopDistance();
        Rate targetMove =
                isLong ? exits.targetDistance() : exits.targetDistance().negate();
        RoundingMode towardsEntryFromStop = isLong ? RoundingMode.CEILING : RoundingMode.FLOOR;
        RoundingMode towardsEntryFromTarget = isLong ? RoundingMode.FLOOR : RoundingMode.CEILING;
        Price stop = instrument.roundPrice(entry.shift(stopMove, towardsEntryFromStop), towardsEntryFromStop);
        Price target = instrument.roundPrice(entry.shift(targetMove, towardsEntryFromTarget), towardsEntryFromTarget);
        return new Protection(
                new Trigger(TriggerKind.STOP_LOSS, stop, true),
                beyond(stop, isLong, bound, instrument),
                new Trigger(TriggerKind.TAKE_PROFIT, target, true),
                beyond(target, isLong, bound, instrument));
    }

    /** A long position is left by selling, so its worst price lies below the trigger; mirrored for a short. */
    private static Price beyond(Price trigger, boolean isLong, Rate bound, Instrument instrument) {
        RoundingMode outward = isLong ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return instrument.roundPrice(trigger.shift(isLong ? bound.negate() : bound, outward), outward);
    }
}
