package dev.sparkstacker.risk;

import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One pre-trade check with what it saw.
 *
 * @param rule the reason it denies with
 * @param passed whether it passed
 * @param measure what it saw
 * @param bound what it held it to
 */
public record Check(Reason rule, boolean passed, Measure measure, Bound bound) {
    /** A check on a number that must not be larger than a limit. */
    public static Check atMost(Reason rule, Unit unit, long value, long limit, @Nullable RiskScope scope) {
        Bound bound = new Bound(Bound.Relation.AT_MOST, new Measure.Amount(unit, limit), scope);
        return new Check(rule, value <= limit, new Measure.Amount(unit, value), bound);
    }

    /** A check on a number that must not be smaller than a limit. */
    public static Check atLeast(Reason rule, Unit unit, long value, long limit, @Nullable RiskScope scope) {
        Bound bound = new Bound(Bound.Relation.AT_LEAST, new Measure.Amount(unit, limit), scope);
        return new Check(rule, value >= limit, new Measure.Amount(unit, value), bound);
    }

    /** A check on something that no number says. */
    public static Check of(Reason rule, boolean passed, String value, String limit) {
        return new Check(rule, passed, new Measure.Words(value), Bound.words(limit));
    }

    /** A check that fails because what it must judge is not known. */
    public static Check unknown(Reason rule, String what, Bound bound) {
        return new Check(rule, false, new Measure.Words(what), bound);
    }

    /** A check that nobody set a limit for. */
    public static Check unlimited(Reason rule, Measure measure) {
        return new Check(rule, true, measure, Bound.words("no limit"));
    }

    /** What it saw, for people. */
    public String value() {
        return measure.toString();
    }

    /** What it held it to, for people. */
    public String limit() {
        return bound.toString();
    }
}
