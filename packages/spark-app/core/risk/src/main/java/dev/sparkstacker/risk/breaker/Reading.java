package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.risk.Unit;
import java.math.RoundingMode;

/**
 * What a breaker watches against its threshold, both in one unit.
 *
 * @param unit what the numbers count
 * @param value how much there is
 * @param limit the threshold: from here on it trips
 */
public record Reading(Unit unit, long value, long limit) {
    /** The stage this alone asks for. */
    public BreakerStage stage(Pct warnAt) {
        if (value >= limit) {
            return BreakerStage.TRIPPED;
        }
        long warning = FixedPoint.multiplyDivide(limit, warnAt.e10(), Pct.HUNDRED.e10(), RoundingMode.CEILING);
        return value >= warning ? BreakerStage.WARNING : BreakerStage.NORMAL;
    }

    /** The value with its unit. */
    public String valueText() {
        return unit.format(value);
    }

    /** The threshold with its unit. */
    public String limitText() {
        return ">= " + unit.format(limit);
    }
}
