package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what the venue says of an account with what the engine believes, and mends the difference.
 *
 * <pre>
 *  missing fills ─► booked        our order rests, we did not know ─► resting
 *  we think it rests, it is not listed ─► asked after     an order of ours that we do not know or think ended ─► cancelled
 *  positions differ: something is on its way? ─► look again; twice the same ─► policy (UnknownPositions)
 * </pre>
 */
final class Reconciler {
    private static final Price NO_PRICE = new Price(0);

    private final World world;
    private final FillDesk fills;
    private final UnknownPositions unknown;

    Reconciler(World world, FillDesk fills, UnknownPositions unknown) {
        this.world = world;
        this.fills = fills;
        this.unknown = unknown;
    }

    void onRead(Turn turn, AccountEvent.AccountRead read, int run) {
        AccountBook account = world.account(read.account());
        for (Fill fill : read.fills()) {
            fills.book(turn, read.account(), fill);
        }
        int mended = compareOrders(turn, read, run);
        turn.tell(new Output.EquityMarked(
                turn.cause(), read.account(), read.accountValue(), read.withdrawable(), unrealized(read)));
        world.risk().onEquityRead(turn, read.account(), read.accountValue());
        List<Difference> differences = comparePositions(read);
        if (!differences.isEmpty()) {
            onDifferent(turn, account, read, differences);
        } else if (world.strays().holdsOn(read.account())) {
            account.onDiffered(turn, read.accountValue(), "");
        } else {
            onEqual(turn, account, read, mended);
        }
    }

    private void onEqual(Turn turn, AccountBook account, AccountEvent.AccountRead read, int mended) {
        boolean was = account.isReconciled();
        account.onAgreed(
                turn,
                read.accountValue(),
                read.readAtMs(),
                world.config().orders().reconcileEveryMs());
        if (account.isReconciled()) {
            world.risk().onReconciled(turn, read.account(), 0);
            restoreProtection(turn, read.account());
        }
        if (!was || mended > 0) {
            turn.tell(new Output.Reconciled(turn.cause(), read.account(), mended, mended == 0 ? "agrees" : "mended"));
        }
    }

    private void onDifferent(
            Turn turn, AccountBook account, AccountEvent.AccountRead read, List<Difference> differences) {
        String found =
                String.join("; ", differences.stream().map(Difference::toString).toList());
        if (account.onDiffered(turn, read.accountValue(), isQuiet(read) ? found : "")) {
            turn.tell(new Output.Reconciled(turn.cause(), read.account(), differences.size(), found));
            int unsolved = unknown.onProven(turn, read.account(), differences, read.readAtMs());
            world.risk().onReconciled(turn, read.account(), unsolved);
        }
    }

    private int compareOrders(Turn turn, AccountEvent.AccountRead read, int run) {
        int mended = 0;
        Map<ClientOrderId, VenueOrder> listed = new TreeMap<>();
        for (VenueOrder order : read.openOrders()) {
            ClientOrderId id = order.clientOrderId();
            if (id == null || id.run() != run) {
                continue;
            }
            listed.put(id, order);
            OrderRecord known = world.orders().find(id);
            if (known == null) {
                turn.send(new Command.CancelOrders(read.account(), order.market(), List.of(id)));
                mended++;
            } else if (!known.state().mayExecute() && known.changedAtMs() < read.readAtMs()) {
                world.orders().cancelAgain(turn, known);
                mended++;
            } else if (known.state() == OrderState.SENT || known.state() == OrderState.UNKNOWN) {
                mended += apply(turn, known, order.orderId());
            }
        }
        for (OrderRecord order : List.copyOf(world.orders().all())) {
            boolean missing = order.state() == OrderState.RESTING
                    && order.account().equals(read.account())
                    && order.changedAtMs() < read.readAtMs()
                    && !listed.containsKey(order.id());
            if (missing) {
                turn.send(new Command.ReadOrderStatus(order.account(), order.id(), order.sentAtMs()));
                mended++;
            }
        }
        return mended;
    }

    private int apply(Turn turn, OrderRecord known, long orderId) {
        OrderRecord changed =
                world.orders().onVenueStatus(turn, known, orderId, VenueOrderStatus.OPEN, "listed as open");
        Leg leg = changed == null ? null : world.leg(changed.request().leg());
        if (changed != null && leg != null) {
            leg.onOrder(turn, changed);
        }
        return changed == null ? 0 : 1;
    }

    private List<Difference> comparePositions(AccountEvent.AccountRead read) {
        Map<MarketId, SignedQuantity> ours = new TreeMap<>();
        for (Leg leg : world.legs()) {
            if (leg.account().equals(read.account()) && !leg.size().isZero()) {
                ours.merge(leg.id().market(), leg.size(), SignedQuantity::plus);
            }
        }
        for (Stray.State stray : world.strays().state()) {
            if (stray.account().equals(read.account())) {
                ours.putIfAbsent(stray.market(), SignedQuantity.ZERO);
            }
        }
        Map<MarketId, VenuePosition> theirs = new TreeMap<>();
        for (VenuePosition position : read.positions()) {
            theirs.put(position.market(), position);
            ours.putIfAbsent(position.market(), SignedQuantity.ZERO);
        }
        List<Difference> differences = new ArrayList<>();
        ours.forEach((market, held) -> {
            VenuePosition position = theirs.get(market);
            SignedQuantity venue = position == null ? SignedQuantity.ZERO : position.size();
            Price average = position == null ? NO_PRICE : position.entryPrice();
            SignedQuantity stray = world.strays().size(read.account(), market);
            if (!venue.equals(held.plus(stray))) {
                differences.add(new Difference(market, venue, held, stray, average));
            }
        });
        return differences;
    }

    /** Nothing of ours is on its way on this account, so a difference is a difference. */
    private boolean isQuiet(AccountEvent.AccountRead read) {
        for (OrderRecord order : world.orders().all()) {
            boolean moving = order.account().equals(read.account())
                    && (order.state() == OrderState.SENT
                            || order.state() == OrderState.UNKNOWN
                            || order.state() == OrderState.TRIGGERED
                            || (!order.state().mayExecute() && !order.isSettled()));
            if (moving) {
                return false;
            }
        }
        return true;
    }

    private void restoreProtection(Turn turn, AccountId account) {
        for (Leg leg : world.legs()) {
            if (leg.account().equals(account)) {
                leg.restoreProtection(turn);
            }
        }
    }

    private static Usd unrealized(AccountEvent.AccountRead read) {
        Usd sum = Usd.ZERO;
        for (VenuePosition position : read.positions()) {
            sum = sum.plus(position.unrealizedPnl());
        }
        return sum;
    }

    /** Whether every account agrees with the venue. */
    boolean allAgree() {
        return world.accounts().stream().allMatch(AccountBook::isReconciled);
    }
}
