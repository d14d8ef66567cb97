package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.ScopedCheck.number;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/** What holds for everything held together with this entry. */
final class ExposureChecks {
    private ExposureChecks() {}

    static Check positionSize(ProposedEntry entry, EntryFacts facts) {
        Long position = plus(facts.loads().position(), entry.notional());
        return ScopedCheck.atMost(
                Reason.MAX_POSITION_SIZE,
                Unit.USD,
                facts,
                limits -> number(limits.positions().maxSize()),
                scope -> position);
    }

    static Check concurrentPositions(ProposedEntry entry, EntryFacts facts) {
        return ScopedCheck.atMost(
                Reason.MAX_CONCURRENT_POSITIONS,
                Unit.COUNT,
                facts,
                limits -> number(limits.positions().maxConcurrent()),
                scope -> facts.loads().in(scope).positions() + 1L);
    }

    static Check grossExposure(ProposedEntry entry, EntryFacts facts) {
        Usd notional = entry.notional();
        return ScopedCheck.atMost(
                Reason.MAX_TOTAL_EXPOSURE,
                Unit.USD,
                facts,
                limits -> number(limits.positions().maxExposure()),
                scope -> plus(facts.loads().in(scope).held(), notional));
    }

    static Check worstCase(ProposedEntry entry, EntryFacts facts) {
        Usd notional = entry.notional();
        return ScopedCheck.atMost(
                Reason.WORST_CASE_EXPOSURE,
                Unit.USD,
                facts,
                limits -> number(limits.positions().maxExposure()),
                scope -> plus(facts.loads().in(scope).worstCase(), notional));
    }

    private static @Nullable Long plus(@Nullable Usd held, Usd notional) {
        return held == null ? null : (Long) held.plus(notional).e8();
    }
}
