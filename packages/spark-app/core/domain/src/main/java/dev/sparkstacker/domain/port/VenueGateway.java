package dev.sparkstacker.domain.port;

import dev.sparkstacker.domain.command.Command;

/** Where commands leave. Never blocks the caller for the network; answers come back as events. */
public interface VenueGateway {
    /** Takes a command for execution. Commands of one account keep their order. */
    void submit(Command command);
}
