package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.TradingConfig;
import java.util.List;

/**
 * Everything the engine's next step depends on, for snapshots and state hashes.
 *
 * @param run the run's id
 * @param epoch the last epoch
 * @param sequence the last event folded in
 * @param venueTimeMs venue time of that event; the next is never before it
 * @param nextLook when to look again without any further event
 * @param config the configuration in force
 */
public record EngineState(
        int run,
        int epoch,
        long sequence,
        long venueTimeMs,
        Agenda.Next nextLook,
        TradingConfig config,
        TradingGate.State gate,
        List<Market.State> markets,
        List<AccountBook.State> accounts,
        List<Pair.State> pairs,
        List<Stray.State> strays,
        List<Adoptions.Adoption> adoptions,
        List<Clearance> clearances,
        RiskDesk.State risk,
        List<OrderRecord> orders) {}
