package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.telemetry.Telemetry;

/** Where the engine's commands leave for the venue, watched by telemetry. */
final class Egress implements VenueGateway {
    private final VenueGateway venue;
    private final Telemetry telemetry;
    private final Runnable released;

    /** @param released hears of each command that left */
    Egress(VenueGateway venue, Telemetry telemetry, Runnable released) {
        this.venue = venue;
        this.telemetry = telemetry;
        this.released = released;
    }

    @Override
    public void prepare(Command command) {
        venue.prepare(command);
    }

    @Override
    public void submit(Command command) {
        telemetry.watch().commands.submitted(command);
        venue.submit(command);
        released.run();
    }
}
