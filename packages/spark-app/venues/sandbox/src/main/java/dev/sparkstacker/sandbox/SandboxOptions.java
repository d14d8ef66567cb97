package dev.sparkstacker.sandbox;

import dev.sparkstacker.sandbox.clock.MachineClock;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.persist.StateLog;
import dev.sparkstacker.sandbox.server.VenueLimits;
import org.jspecify.annotations.Nullable;

/**
 * What tests and rehearsals change beyond the configuration.
 *
 * @param rules the venue's rules; latency and minimum come from the configuration
 * @param limits the venue's limits per client address
 * @param faults what goes wrong at the edges
 * @param machine the machine's clock
 * @param controlPort port of the side channel, 0 for any free one, null for none
 * @param disk how state is written
 */
public record SandboxOptions(
        VenueRules rules,
        VenueLimits limits,
        FaultPlan faults,
        MachineClock machine,
        @Nullable Integer controlPort,
        StateLog.Disk disk) {
    /** Without a side channel, on the real disk. */
    public SandboxOptions(VenueRules rules, VenueLimits limits, FaultPlan faults, MachineClock machine) {
        this(rules, limits, faults, machine, null, StateLog.Disk.real());
    }

    /** The venue as it is, no faults, the real clock. */
    public static SandboxOptions usual() {
        return new SandboxOptions(VenueRules.venue(), VenueLimits.venue(), FaultPlan.none(), MachineClock.system());
    }

    /** The same with a side channel, or without one. */
    public SandboxOptions withControlPort(@Nullable Integer value) {
        return new SandboxOptions(rules, limits, faults, machine, value, disk);
    }

    /** The same on another disk. */
    public SandboxOptions withDisk(StateLog.Disk value) {
        return new SandboxOptions(rules, limits, faults, machine, controlPort, value);
    }
}
