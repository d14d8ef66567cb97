package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.output.BreakerStage;

/**
 * The stage of a breaker. It follows its readings up and down, until it trips: then it stays.
 *
 * @param stage how far it is
 * @param sinceMs venue time since when
 * @param reading what it was last judged by
 * @param note more than the numbers say, or empty
 */
public record Latch(BreakerStage stage, long sinceMs, Reading reading, String note) {
    /** A breaker at rest. */
    public static Latch normal(Reading reading, long nowMs) {
        return new Latch(BreakerStage.NORMAL, nowMs, reading, "");
    }

    /** The same after another reading. */
    public Latch judge(Reading next, Pct warnAt, long nowMs) {
        return stage == BreakerStage.TRIPPED
                ? new Latch(stage, sinceMs, next, note)
                : moved(next.stage(warnAt), next, "", nowMs);
    }

    /** The same in the given stage, whatever the reading asks for. */
    public Latch moved(BreakerStage to, Reading next, String why, long nowMs) {
        return new Latch(to, to == stage ? sinceMs : nowMs, next, why);
    }

    public boolean isTripped() {
        return stage == BreakerStage.TRIPPED;
    }
}
