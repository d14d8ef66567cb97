package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger says of a bar.
 *
 * @param warm whether it can say anything
 * @param signal the side to enter, or null
 * @param confidence 0..1, zero without a signal
 * @param saw what it looked at, in words
 * @param wanted what would have been a signal
 * @param values indicator values, for people
 */
record Reading(
        boolean warm, @Nullable Side signal, double confidence, String saw, String wanted, List<NamedValue> values) {
    /** Before the warm-up is over. */
    static final Reading COLD = new Reading(false, null, 0, "", "", List.of());

    /** A reading with or without a signal; confidence is brought into 0..1. */
    static Reading of(@Nullable Side signal, double confidence, String saw, String wanted, NamedValue... values) {
        return new Reading(
                true, signal, signal == null ? 0 : Math.clamp(confidence, 0, 1), saw, wanted, List.of(values));
    }
}
