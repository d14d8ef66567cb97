package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.limits.NonceFolder;
import dev.sparkstacker.hyperliquid.limits.NonceStore;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.machine.VirtualThreads;
import dev.sparkstacker.hyperliquid.net.JdkTransport;
import dev.sparkstacker.hyperliquid.net.VenueTransport;

/**
 * The world around a connector: everything it reaches beyond its own memory.
 *
 * @param machine clocks, tasks, waiting, random numbers
 * @param transport the network; closed with the connector
 * @param nonces where nonces outlive the process
 */
public record Surroundings(Machine machine, VenueTransport transport, NonceStore nonces) {
    /** The world as it is: virtual threads, sockets, files. */
    public static Surroundings real(ConnectorConfig config, MachineClock clock) {
        return new Surroundings(
                new VirtualThreads(clock),
                new JdkTransport(config.connectTimeout()),
                new NonceFolder(config.nonceFolder()));
    }
}
