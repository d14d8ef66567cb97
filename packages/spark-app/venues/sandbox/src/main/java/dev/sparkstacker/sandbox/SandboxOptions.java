package dev.sparkstacker.sandbox;

import dev.sparkstacker.sandbox.clock.MachineClock;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.server.VenueLimits;

/**
 * What tests and rehearsals change beyond the configuration.
 *
 * @param rules the venue's rules; latency and minimum come from the configuration
 * @param limits the venue's limits per client address
 * @param faults what goes wrong at the edges
 * @param machine the machine's clock
 */
public record SandboxOptions(VenueRules rules, VenueLimits limits, FaultPlan faults, MachineClock machine) {
    /** The venue as it is, no faults, the real clock. */
    public static SandboxOptions usual() {
        return new SandboxOptions(VenueRules.venue(), VenueLimits.venue(), FaultPlan.none(), MachineClock.system());
    }
}
