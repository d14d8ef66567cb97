package dev.sparkstacker.domain.port;

import dev.sparkstacker.domain.command.Command;

/** Where commands leave. Never blocks the caller for the network; answers come back as events. */
public interface VenueGateway {
    /**
     * Hears of a command that will be submitted once its cause is on the disk, and may do beforehand whatever does not
     * let it leave. A command that was prepared may never be submitted.
     */
    default void prepare(Command command) {
        // Most gateways have nothing to do in advance.
    }

    /** Takes a command for execution. Commands of one account keep their order. */
    void submit(Command command);
}
