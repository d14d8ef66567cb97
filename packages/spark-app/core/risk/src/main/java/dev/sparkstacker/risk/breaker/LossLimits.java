package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.risk.limit.LimitBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each scope may lose. */
final class LossLimits {
    static final LossLimits NONE = new LossLimits(List.of());

    private final List<ScopedLimits> limits;

    LossLimits(RiskConfig config) {
        this(new LimitBook(config).all());
    }

    private LossLimits(List<ScopedLimits> limits) {
        this.limits = limits;
    }

    /** The limit on a day's loss in money, or null where a scope has none. */
    @Nullable
    Usd daily(RiskScope scope, Usd baseline) {
        return against(of(scope).daily(), baseline);
    }

    /** The limit on the drawdown in money, or null where a scope has none. */
    @Nullable
    Usd drawdown(RiskScope scope, Usd peak) {
        return against(of(scope).drawdown(), peak);
    }

    /** The limit on losses in a row, or null where a scope has none. */
    @Nullable
    Integer streak(RiskScope scope) {
        return of(scope).maxStreak();
    }

    private static @Nullable Usd against(@Nullable LossLimit limit, Usd before) {
        return limit == null ? null : limit.against(before);
    }

    private LimitSet.Losses of(RiskScope scope) {
        for (ScopedLimits each : limits) {
            if (each.scope().equals(scope)) {
                return each.limits().losses();
            }
        }
        return LimitSet.Losses.NONE;
    }
}
