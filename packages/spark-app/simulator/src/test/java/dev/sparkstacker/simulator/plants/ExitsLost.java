package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.port.VenueGateway;

/** A connector that loses every order that leaves a position at once. */
public record ExitsLost(VenueGateway gateway) implements VenueGateway {
    @Override
    public void prepare(Command command) {
        gateway.prepare(command);
    }

    @Override
    public void submit(Command command) {
        boolean leaves = command instanceof Command.PlaceOrders place
                && place.orders().stream().allMatch(approved -> approved.order().purpose() == OrderPurpose.EXIT);
        if (!leaves) {
            gateway.submit(command);
        }
    }
}
