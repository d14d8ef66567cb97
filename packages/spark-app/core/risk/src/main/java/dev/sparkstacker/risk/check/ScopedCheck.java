package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Bound;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Measure;
import dev.sparkstacker.risk.Unit;
import dev.sparkstacker.risk.limit.Tightest;
import org.jspecify.annotations.Nullable;

/** Holds a value to the tightest of all limits that cover the entry, and names whose it is. */
final class ScopedCheck {
    private static final Measure UNLIMITED = new Measure.Words("any");

    private ScopedCheck() {}

    static Check atMost(Reason rule, Unit unit, EntryFacts facts, Tightest.LimitOf limit, Tightest.ValueIn value) {
        Tightest tightest = Tightest.upper(facts.limits(), limit, value);
        if (tightest == null) {
            return Check.unlimited(rule, UNLIMITED);
        }
        Long seen = tightest.value();
        return seen == null
                ? unknown(rule, Bound.Relation.AT_MOST, unit, tightest)
                : Check.atMost(rule, unit, seen, tightest.limit(), tightest.scope());
    }

    static Check atLeast(Reason rule, Unit unit, EntryFacts facts, Tightest.LimitOf limit, Tightest.ValueIn value) {
        Tightest tightest = Tightest.lower(facts.limits(), limit, value);
        if (tightest == null) {
            return Check.unlimited(rule, UNLIMITED);
        }
        Long seen = tightest.value();
        return seen == null
                ? unknown(rule, Bound.Relation.AT_LEAST, unit, tightest)
                : Check.atLeast(rule, unit, seen, tightest.limit(), tightest.scope());
    }

    static @Nullable Long number(@Nullable Usd amount) {
        return amount == null ? null : (Long) amount.e8();
    }

    static @Nullable Long number(@Nullable Pct share) {
        return share == null ? null : (Long) share.e10();
    }

    static @Nullable Long number(@Nullable Integer count) {
        return count == null ? null : (Long) count.longValue();
    }

    static @Nullable Long number(@Nullable Leverage leverage) {
        return leverage == null ? null : (Long) (long) leverage.times();
    }

    private static Check unknown(Reason rule, Bound.Relation relation, Unit unit, Tightest tightest) {
        Bound bound = new Bound(relation, new Measure.Amount(unit, tightest.limit()), tightest.scope());
        return Check.unknown(rule, "unknown", bound);
    }
}
