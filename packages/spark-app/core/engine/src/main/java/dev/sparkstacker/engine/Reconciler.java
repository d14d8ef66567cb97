package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
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
 *  positions differ: something is on its way? ─► look again; twice the same ─► incident and policy
 * </pre>
 */
final class Reconciler {
    private final World world;
    private final FillDesk fills;

    Reconciler(World world, FillDesk fills) {
        this.world = world;
        this.fills = fills;
    }

    void onRead(Turn turn, AccountEvent.AccountRead read, int run) {
        AccountBook account = world.account(read.account());
        for (Fill fill : read.fills()) {
            fills.book(turn, read.account(), fill);
        }
        int mended = compareOrders(turn, read, run);
        turn.tell(new Output.EquityMarked(
                turn.cause(), read.account(), read.accountValue(), read.withdrawable(), unrealized(read)));
        List<String> differences = comparePositions(read);
        if (differences.isEmpty()) {
            boolean was = account.isReconciled();
            account.onAgreed(
                    turn,
                    read.accountValue(),
                    read.readAtMs(),
                    world.config().orders().reconcileEveryMs());
            if (account.isReconciled()) {
                restoreProtection(turn, read.account());
            }
            if (!was || mended > 0) {
                turn.tell(
                        new Output.Reconciled(turn.cause(), read.account(), mended, mended == 0 ? "agrees" : "mended"));
            }
            return;
        }
        String difference = isQuiet(read) ? String.join("; ", differences) : "";
        if (account.onDiffered(turn, read.accountValue(), difference)) {
            turn.tell(new Output.Reconciled(turn.cause(), read.account(), differences.size(), difference));
            onUnknownPosition(turn, read.account(), difference);
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

    private List<String> comparePositions(AccountEvent.AccountRead read) {
        Map<MarketId, SignedQuantity> ours = new TreeMap<>();
        for (Leg leg : world.legs()) {
            if (leg.account().equals(read.account()) && !leg.size().isZero()) {
                ours.merge(leg.id().market(), leg.size(), SignedQuantity::plus);
            }
        }
        List<String> differences = new ArrayList<>();
        for (VenuePosition position : read.positions()) {
            SignedQuantity held = ours.remove(position.market());
            SignedQuantity believed = held == null ? SignedQuantity.ZERO : held;
            if (!believed.equals(position.size())) {
                differences.add(position.market() + ": venue " + position.size() + ", booked " + believed);
            }
        }
        ours.forEach((market, size) -> differences.add(market + ": venue 0, booked " + size));
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

    private void onUnknownPosition(Turn turn, AccountId account, String difference) {
        turn.tell(new Output.IncidentRaised(
                turn.cause(),
                Severity.CRITICAL,
                "reconciliation_mismatch",
                account,
                null,
                "The venue's positions differ from the booked ones: " + difference));
        if (world.gate().current() != TradingState.HALTED) {
            world.gate()
                    .hold(turn, TradingState.HALTED, "positions differ on " + account + ": " + difference, "engine");
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
