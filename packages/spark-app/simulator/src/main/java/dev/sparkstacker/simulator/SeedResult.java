package dev.sparkstacker.simulator;

import dev.sparkstacker.simulator.check.Coverage;
import dev.sparkstacker.simulator.check.InvariantBroken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a seed.
 *
 * @param families what went wrong in it
 * @param hash of everything that happened; the same seed gives the same
 * @param seconds simulated
 * @param orders that reached the venue
 * @param starts of the product
 * @param coverage what was hit
 * @param broken what did not hold, or null
 * @param machineMs how long it took
 */
public record SeedResult(
        long seed,
        Set<FaultFamily> families,
        long hash,
        long seconds,
        int orders,
        long starts,
        Coverage coverage,
        @Nullable InvariantBroken broken,
        long machineMs) {}
