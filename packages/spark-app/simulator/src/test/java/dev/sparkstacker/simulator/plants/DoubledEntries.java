package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.risk.RiskManager;
import dev.sparkstacker.risk.Verdict;
import java.util.List;

/** An order's way on which entries become twice as large as what was judged. */
public record DoubledEntries(VenueGateway gateway) implements VenueGateway {
    @Override
    public void prepare(Command command) {
        gateway.prepare(doubled(command));
    }

    @Override
    public void submit(Command command) {
        gateway.submit(doubled(command));
    }

    private static Command doubled(Command command) {
        return command instanceof Command.PlaceOrders place && !place.reducesRisk()
                ? new Command.PlaceOrders(
                        place.account(),
                        place.orders().stream().map(DoubledEntries::doubled).toList(),
                        place.expiresAfterMs())
                : command;
    }

    private static ApprovedOrder doubled(ApprovedOrder approved) {
        OrderRequest order = approved.order();
        OrderRequest twice = new OrderRequest(
                order.id(),
                order.leg(),
                order.purpose(),
                order.side(),
                order.size().plus(order.size()),
                order.limit(),
                order.timeInForce(),
                order.reduceOnly(),
                order.trigger());
        return new RiskManager().judge(twice, List.of()) instanceof Verdict.Approved judged ? judged.order() : approved;
    }
}
