package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Severity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books fills and funding, each once. A fill that carries no order of ours (a liquidation, a person) is split over the
 * legs that hold the market on that account, pro rata in whole lots with the remainder to the largest, and raises an
 * incident. So is what a reduce-only order of one leg took from another leg's size on the same net account.
 */
final class FillDesk {
    private final World world;

    FillDesk(World world) {
        this.world = world;
    }

    /** Books the fill if it is new. */
    void book(Turn turn, AccountId accountId, Fill fill) {
        AccountBook account = world.account(accountId);
        if (!account.remember(fill)) {
            return;
        }
        OrderRecord order = orderOf(accountId, fill);
        Leg leg = order == null ? null : world.leg(order.request().leg());
        if (order == null || leg == null) {
            bookForeign(turn, accountId, fill, Quantity.ZERO);
            return;
        }
        OrderRecord filled = world.orders().book(turn, order, fill);
        Quantity own = leg.canBook(order.request(), fill);
        if (!own.isZero()) {
            leg.onFill(turn, fill, FillShare.next(fill, Quantity.ZERO, own), null);
        }
        leg.onOrder(turn, filled);
        if (own.compareTo(fill.size()) < 0) {
            bookForeign(turn, accountId, fill, own);
        }
    }

    /** Books a funding payment to the legs that hold the market, by their size. */
    void book(Turn turn, AccountEvent.FundingPaid paid) {
        if (!world.account(paid.account()).rememberFunding(paid.market(), paid.paidAtMs())) {
            return;
        }
        List<Leg> holders = holders(paid.account(), paid.market());
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
            leg.addFunding(share);
            tellFunding(turn, paid, leg, share);
        }
    }

    private @Nullable OrderRecord orderOf(AccountId account, Fill fill) {
        OrderRecord byClientId = world.orders().find(fill.clientOrderId());
        return byClientId != null ? byClientId : world.orders().findByOrderId(account, fill.orderId());
    }

    /** Books what is left of a fill after a part of it was booked where it belongs. */
    private void bookForeign(Turn turn, AccountId account, Fill fill, Quantity booked) {
        Quantity size = fill.size().minus(booked);
        List<Leg> holders = holders(account, fill.market());
        List<Quantity> shares = shares(fill, size, holders);
        Quantity rest = size;
        ExitReason reason = fill.liquidation() ? ExitReason.LIQUIDATION : ExitReason.FOREIGN;
        for (int i = 0; i < shares.size(); i++) {
            Quantity share = shares.get(i);
            if (!share.isZero()) {
                FillShare part = FillShare.next(fill, fill.size().minus(rest), share);
                rest = rest.minus(share);
                holders.get(i).onFill(turn, fill, part, reason);
            }
        }
        if (!rest.isZero()) {
            turn.tell(new Output.FillBooked(turn.cause(), account, null, fill, rest));
        }
        String who = fill.liquidation() ? "The venue liquidated" : "Somebody else traded";
        turn.tell(new Output.IncidentRaised(
                turn.cause(),
                fill.liquidation() ? Severity.CRITICAL : Severity.ERROR,
                fill.liquidation() ? "liquidation" : "foreign_fill",
                account,
                fill.market(),
                who + " " + fill.side() + " " + size + " at " + fill.price() + " on this account"));
        world.account(account).readSoon(turn);
    }

    /** What each holder, the largest first, has to bear of a foreign fill; nothing of one that enlarges. */
    private List<Quantity> shares(Fill fill, Quantity size, List<Leg> holders) {
        boolean reducing =
                !holders.isEmpty() && fill.side() != holders.getFirst().side();
        if (!reducing) {
            return List.of();
        }
        Instrument rules = world.market(fill.market()).instrument();
        List<Quantity> shares = new ArrayList<>();
        Quantity held = Quantity.ZERO;
        for (Leg leg : holders) {
            held = held.plus(leg.size().abs());
        }
        Quantity shared = size.min(held);
        Quantity left = shared;
        for (Leg leg : holders) {
            Quantity exact = new Quantity(
                    FixedPoint.multiplyDivide(shared.e8(), leg.size().abs().e8(), held.e8(), RoundingMode.DOWN));
            Quantity share = rules == null ? exact : rules.roundSize(exact);
            shares.add(share);
            left = left.minus(share);
        }
        for (int i = 0; i < shares.size(); i++) {
            Quantity room = holders.get(i).size().abs().minus(shares.get(i));
            Quantity more = left.min(room);
            shares.set(i, shares.get(i).plus(more));
            left = left.minus(more);
        }
        return shares;
    }

    /** Legs with a position, the largest first. */
    private List<Leg> holders(AccountId account, MarketId market) {
        List<Leg> holders = new ArrayList<>();
        for (Leg leg : world.legs()) {
            boolean here = leg.account().equals(account) && leg.id().market().equals(market);
            if (here && !leg.size().isZero()) {
                holders.add(leg);
            }
        }
        holders.sort(
                Comparator.comparing((Leg leg) -> leg.size().abs()).reversed().thenComparing(Leg::id));
        return holders;
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
