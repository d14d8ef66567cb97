package dev.sparkstacker.risk;

import dev.sparkstacker.domain.config.RiskScope;
import org.jspecify.annotations.Nullable;

/**
 * What a check holds a measure to.
 *
 * @param relation how the measure must stand to it
 * @param measure the limit
 * @param scope whose limit it is, or null where it is nobody's but the check's own
 */
public record Bound(
        Relation relation, Measure measure, @Nullable RiskScope scope) {
    /** How a measure must stand to a limit. */
    public enum Relation {
        AT_MOST("<= "),
        AT_LEAST(">= "),
        BELOW("< "),
        ABOVE("> "),
        IS("");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    /** In words, without a number. */
    public static Bound words(String text) {
        return new Bound(Relation.IS, new Measure.Words(text), null);
    }

    /** {@code <= 1000 USD (market ETH)}. */
    @Override
    public String toString() {
        return relation.sign + measure + (scope == null ? "" : " (" + scope + ")");
    }
}
