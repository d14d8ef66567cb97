package dev.sparkstacker.risk.limit;

import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limit with the least room of all that hold for an entry, with the value that it is held against. Of equal ones
 * the widest scope is named; one whose value is unknown has no room at all.
 *
 * @param scope whose limit it is
 * @param value what is held against it, or null where that is unknown
 * @param limit the limit
 */
public record Tightest(RiskScope scope, @Nullable Long value, long limit) {
    /** Reads one limit out of a set, null where it is not limited. */
    @FunctionalInterface
    public interface LimitOf {
        @Nullable
        Long of(LimitSet limits);
    }

    /** What is held against a scope's limit, null where that is unknown. */
    @FunctionalInterface
    public interface ValueIn {
        @Nullable
        Long in(RiskScope scope);
    }

    /** The tightest of upper limits, or null where there is none. */
    public static @Nullable Tightest upper(List<ScopedLimits> limits, LimitOf limitOf, ValueIn valueIn) {
        return find(limits, limitOf, valueIn, 1);
    }

    /** The tightest of lower limits, or null where there is none. */
    public static @Nullable Tightest lower(List<ScopedLimits> limits, LimitOf limitOf, ValueIn valueIn) {
        return find(limits, limitOf, valueIn, -1);
    }

    private static @Nullable Tightest find(List<ScopedLimits> limits, LimitOf limitOf, ValueIn valueIn, int sign) {
        Tightest tightest = null;
        long least = Long.MAX_VALUE;
        for (ScopedLimits each : limits) {
            Long limit = limitOf.of(each.limits());
            if (limit == null) {
                continue;
            }
            Long value = valueIn.in(each.scope());
            if (value == null) {
                return new Tightest(each.scope(), null, limit);
            }
            long room = sign > 0 ? Math.subtractExact(limit, value) : Math.subtractExact(value, limit);
            if (tightest == null || room < least) {
                tightest = new Tightest(each.scope(), value, limit);
                least = room;
            }
        }
        return tightest;
    }
}
