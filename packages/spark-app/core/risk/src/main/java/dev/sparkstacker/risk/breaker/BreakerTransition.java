package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import org.jspecify.annotations.Nullable;

/**
 * A breaker changed its stage.
 *
 * @param breaker what it watches
 * @param scope what it holds for
 * @param name its name, as a person resets it
 * @param from the stage before
 * @param to the stage now
 * @param value what it was judged by, with its unit
 * @param threshold where it trips, with its unit
 * @param action what follows, or null unless it tripped
 * @param by who reset it, {@code cool-off}, or {@code engine}
 * @param reason why, in words; empty where the numbers say it all
 * @param atMs venue time
 */
public record BreakerTransition(
        BreakerKind breaker,
        RiskScope scope,
        String name,
        BreakerStage from,
        BreakerStage to,
        String value,
        String threshold,
        @Nullable BreakerAction action,
        String by,
        String reason,
        long atMs) {}
