package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.RestingProtection;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.event.AccountEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one reading of an account says of the part of it that is halted.
 *
 * <p>A strategy has nothing at the venue but orders of ours, so halting one leaves other people's alone; every wider halt
 * reaches all orders and positions that lie within it, whoever made them.
 */
final class ScopeView {
    /** At most so many orders of others are cancelled a look, so that cancels never use up what exits need to leave. */
    private static final int MOST_CANCELS = 20;

    private final World world;
    private final Clearance owed;
    private final AccountEvent.AccountRead read;
    private final int run;
    private final List<VenueOrder> orders;
    private final List<VenuePosition> positions;
    private final List<VenueOrder> left;

    ScopeView(World world, Clearance owed, AccountEvent.AccountRead read, int run) {
        this.world = world;
        this.owed = owed;
        this.read = read;
        this.run = run;
        this.orders = read.openOrders().stream().filter(this::covers).toList();
        this.positions = read.positions().stream()
                .filter(position -> !position.size().isZero() && covers(position.market()))
                .toList();
        this.left = RestingProtection.unprotecting(read.positions(), orders);
    }

    /** Whether a halt of this scope concerns an account at all. */
    static boolean reaches(World world, RiskScope scope, AccountId account) {
        return switch (scope) {
            case RiskScope.Global everything -> true;
            case RiskScope.OfMarket one -> true;
            case RiskScope.OfAccount one -> one.account().equals(account);
            case RiskScope.OfStrategy one ->
                world.legs().stream().anyMatch(leg -> leg.account().equals(account) && Scopes.covers(scope, leg));
        };
    }

    /** Whether everything in a market of an account that the scope reaches lies within it, whoever made it. */
    static boolean holdsAll(RiskScope scope, MarketId market) {
        return switch (scope) {
            case RiskScope.Global everything -> true;
            case RiskScope.OfAccount one -> true;
            case RiskScope.OfMarket one -> one.market().equals(market);
            case RiskScope.OfStrategy one -> false;
        };
    }

    /**
     * Cancels what rests and protects nothing. Reduce-only orders of ours are their legs' to cancel, and what may protect
     * a booked position that this reading was too early to show stays for this time.
     *
     * @return whether there was anything to cancel
     */
    boolean cancelRest(Turn turn) {
        int cancels = 0;
        for (VenueOrder order : left) {
            ClientOrderId id = order.clientOrderId();
            boolean ours = id != null && id.run() == run;
            OrderRecord known = world.orders().find(id);
            if (ours
                    && known != null
                    && !known.request().reduceOnly()
                    && known.state().mayExecute()) {
                world.orders().cancel(turn, List.of(known.id()));
                cancels++;
            } else if (!ours && cancels < MOST_CANCELS && !mayProtect(order)) {
                turn.send(new Command.CancelForeignOrder(read.account(), order.market(), order.orderId()));
                cancels++;
            }
        }
        return cancels > 0;
    }

    /** Whether the venue says that nothing is left to do, and nothing of ours is on its way that could change that. */
    boolean isDone() {
        boolean current = read.readAtMs() >= owed.sinceMs();
        return current && left.isEmpty() && !entersStill() && (owed.flattens() ? isFlat() : isCovered());
    }

    /** What there is, in words. */
    String found() {
        return RestingProtection.describe(positions, orders);
    }

    private boolean entersStill() {
        for (OrderRecord order : world.orders().all()) {
            boolean entry = !order.request().reduceOnly() && order.state().mayExecute();
            if (entry && order.account().equals(owed.account()) && Scopes.covers(owed.scope(), order)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFlat() {
        return owed.scope() instanceof RiskScope.OfStrategy
                ? legs().allMatch(leg -> leg.size().isZero())
                : positions.isEmpty();
    }

    /** Whether the whole of what legs hold is under resting stops. */
    private boolean isCovered() {
        return legs().filter(leg -> !leg.size().isZero())
                .noneMatch(leg -> RestingProtection.bareMarkets(read.positions(), read.openOrders())
                        .contains(leg.id().market()));
    }

    private boolean covers(VenueOrder order) {
        if (!(owed.scope() instanceof RiskScope.OfStrategy)) {
            return holdsAll(owed.scope(), order.market());
        }
        OrderRecord known = world.orders().find(order.clientOrderId());
        return known != null && Scopes.covers(owed.scope(), known);
    }

    private boolean covers(MarketId market) {
        return holdsAll(owed.scope(), market)
                || legs().anyMatch(leg ->
                        leg.id().market().equals(market) && !leg.size().isZero());
    }

    private boolean mayProtect(VenueOrder order) {
        SignedQuantity booked = SignedQuantity.ZERO;
        for (Leg leg : world.legs()) {
            if (leg.account().equals(read.account()) && leg.id().market().equals(order.market())) {
                booked = booked.plus(leg.size());
            }
        }
        return RestingProtection.protects(order, booked);
    }

    private Stream<Leg> legs() {
        return world.legs().stream()
                .filter(leg -> leg.account().equals(owed.account()) && Scopes.covers(owed.scope(), leg));
    }
}
