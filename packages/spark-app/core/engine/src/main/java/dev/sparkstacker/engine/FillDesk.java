package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books fills and funding, each once, where they belong; what belongs to no order of ours goes to {@link ForeignFills}. */
final class FillDesk {
    private final World world;
    private final ForeignFills foreign;

    FillDesk(World world) {
        this.world = world;
        this.foreign = new ForeignFills(world);
    }

    /** Books the fill if it is new. */
    void book(Turn turn, AccountId account, Fill fill) {
        if (!world.account(account).ledger().remember(fill)) {
            return;
        }
        OrderRecord order = orderOf(account, fill);
        if (world.adoptions().anticipated(account, fill)) {
            bookAnticipated(turn, account, fill, order);
        } else if (order == null) {
            foreign.book(turn, account, fill, Quantity.ZERO);
        } else {
            bookOwn(turn, account, fill, order);
        }
    }

    /** A fill of a size that a leg has taken over already changes nothing but what is known of its order. */
    private void bookAnticipated(Turn turn, AccountId account, Fill fill, @Nullable OrderRecord order) {
        if (order != null) {
            world.orders().book(turn, order, fill);
        }
        turn.tell(new Output.FillBooked(turn.cause(), account, null, fill, fill.size()));
    }

    private void bookOwn(Turn turn, AccountId account, Fill fill, OrderRecord order) {
        boolean late = order.isSettled() && order.request().purpose() == OrderPurpose.ENTRY;
        Leg leg = world.leg(order.request().leg());
        OrderRecord filled = world.orders().book(turn, order, fill);
        if (leg == null) {
            bookStray(turn, account, fill, filled);
            return;
        }
        Quantity own = bookLeg(turn, leg, filled, fill);
        leg.onOrder(turn, filled);
        if (late) {
            turn.correlate(filled.correlationId());
            turn.raise(
                    IncidentCode.LATE_ENTRY_FILL,
                    account,
                    fill.market(),
                    leg.id() + ": an entry that had ended " + order.state() + " filled " + fill.size() + " after all");
            leg.onLateEntry(turn);
        }
        if (own.compareTo(fill.size()) < 0) {
            foreign.book(turn, account, fill, own);
        }
    }

    /** Books a leg's own fill; an entry against what it holds closes that first and opens with the rest. */
    private static Quantity bookLeg(Turn turn, Leg leg, OrderRecord order, Fill fill) {
        Quantity first = leg.fills().canBook(order.request(), fill);
        if (!first.isZero()) {
            leg.fills().onFill(turn, fill, FillShare.next(fill, Quantity.ZERO, first), null);
        }
        Quantity rest = fill.size().minus(first);
        if (order.request().reduceOnly() || rest.isZero()) {
            return first;
        }
        leg.fills().onFill(turn, fill, FillShare.next(fill, first, rest), null);
        return fill.size();
    }

    private void bookStray(Turn turn, AccountId account, Fill fill, OrderRecord filled) {
        Quantity taken = world.strays().onFill(turn, account, fill);
        world.strays().onOrder(turn, filled);
        if (!taken.isZero()) {
            turn.tell(new Output.FillBooked(turn.cause(), account, null, fill, taken));
        }
        if (taken.compareTo(fill.size()) < 0) {
            foreign.book(turn, account, fill, taken);
        }
        world.account(account).readSoon(turn);
    }

    /** Books a funding payment to the legs that hold the market, by their size. */
    void book(Turn turn, AccountEvent.FundingPaid paid) {
        if (!world.account(paid.account()).ledger().rememberFunding(paid.market(), paid.paidAtMs())) {
            return;
        }
        List<Leg> holders = foreign.holders(paid.account(), paid.market());
        if (holders.isEmpty()) {
            tellFunding(turn, paid, null, paid.amount());
            return;
        }
        Usd rest = paid.amount();
        long whole = holders.stream().mapToLong(leg -> leg.size().abs().e8()).sum();
        for (int i = holders.size() - 1; i >= 0; i--) {
            Leg leg = holders.get(i);
            Usd share = i == 0
                    ? rest
                    : new Usd(FixedPoint.multiplyDivide(
                            paid.amount().e8(), leg.size().abs().e8(), whole, RoundingMode.DOWN));
            rest = rest.minus(share);
            leg.fills().addFunding(share);
            tellFunding(turn, paid, leg, share);
        }
    }

    private @Nullable OrderRecord orderOf(AccountId account, Fill fill) {
        OrderRecord byClientId = world.orders().find(fill.clientOrderId());
        return byClientId != null ? byClientId : world.orders().findByOrderId(account, fill.orderId());
    }

    private static void tellFunding(Turn turn, AccountEvent.FundingPaid paid, @Nullable Leg leg, Usd amount) {
        turn.tell(new Output.FundingBooked(
                turn.cause(),
                paid.account(),
                leg == null ? null : leg.id(),
                paid.market(),
                amount,
                paid.rate(),
                paid.paidAtMs()));
    }
}
