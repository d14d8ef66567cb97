package dev.sparkstacker.risk.state;

import dev.sparkstacker.risk.breaker.Breaker;
import java.util.List;

/**
 * Everything risk remembers, for snapshots.
 *
 * @param killSwitches what people stopped
 * @param rates when entries were sent lately
 * @param breakers stages, peaks and counters
 */
public record RiskState(KillSwitches killSwitches, EntryRates rates, List<Breaker> breakers) {
    /** Nothing has happened yet. */
    public static final RiskState FRESH = new RiskState(KillSwitches.NONE, EntryRates.NONE, List.of());
}
