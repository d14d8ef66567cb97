package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.LegState;
import org.jspecify.annotations.Nullable;

/**
 * A leg's whole state, for snapshots.
 *
 * @param config the configuration it was entered with
 * @param exits stop, target and longest hold it was entered with
 * @param plan where the strategy wants stop and target
 * @param entry the entry order until it is settled, or null
 * @param guard its stop and target
 * @param retreat its exits
 * @param correlationId the decision it goes back to, or empty
 */
record LegRecord(
        LegId id,
        LegConfig config,
        ExitConfig exits,
        EntryPlan plan,
        LegState state,
        Position position,
        @Nullable ClientOrderId entry,
        GuardRecord guard,
        Retreat.State retreat,
        String correlationId) {
    AccountId account() {
        return config.account();
    }
}
