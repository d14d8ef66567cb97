package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskScope;
import org.jspecify.annotations.Nullable;

/** What the product's own trading has brought since it began: realised, unrealised, fees and funding. */
@FunctionalInterface
public interface PnlSource {
    /** The result of a scope, or null while a price it needs is not known. */
    @Nullable
    Usd booked(RiskScope scope);
}
