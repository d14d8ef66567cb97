package dev.sparkstacker.simulator;

import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.journal.Storage;
import java.util.function.UnaryOperator;

/**
 * What stands between the product and its world. A test plants a bug here and expects it to be found.
 *
 * @param storage the disk, as the journal gets it
 * @param transport the network, as the connector gets it
 * @param events where the connector's events go
 * @param gateway where the engine's commands go
 */
public record Ports(
        UnaryOperator<Storage> storage,
        Transports transport,
        UnaryOperator<EventSink> events,
        UnaryOperator<VenueGateway> gateway) {
    /** Nothing stands between them. */
    public static final Ports PLAIN = new Ports(
            UnaryOperator.identity(), (transport, _) -> transport, UnaryOperator.identity(), UnaryOperator.identity());

    /** Puts something before the network, on the given machine. */
    @FunctionalInterface
    public interface Transports {
        VenueTransport apply(VenueTransport transport, Machine machine);
    }

    /** The same with another disk. */
    public Ports withStorage(UnaryOperator<Storage> other) {
        return new Ports(other, transport, events, gateway);
    }

    /** The same with another network. */
    public Ports withTransport(Transports other) {
        return new Ports(storage, other, events, gateway);
    }

    /** The same with another way for events. */
    public Ports withEvents(UnaryOperator<EventSink> other) {
        return new Ports(storage, transport, other, gateway);
    }

    /** The same with another way for commands. */
    public Ports withGateway(UnaryOperator<VenueGateway> other) {
        return new Ports(storage, transport, events, other);
    }
}
