package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
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
 * legs that hold the market on that account, pro rata with the remainder to the largest, and raises an incident.
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
            bookForeign(turn, accountId, fill);
            return;
        }
        OrderRecord filled = world.orders().book(turn, order, fill);
        leg.onFill(turn, fill, fill.size(), null);
        leg.onOrder(turn, filled);
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

    private void bookForeign(Turn turn, AccountId account, Fill fill) {
        Quantity rest = fill.size();
        List<Leg> holders = holders(account, fill.market());
        Quantity held = Quantity.ZERO;
        for (Leg leg : holders) {
            held = held.plus(leg.size().abs());
        }
        Side reducing = holders.isEmpty() || holders.getFirst().size().isShort() ? Side.BUY : Side.SELL;
        Quantity shared = fill.side() == reducing ? fill.size().min(held) : Quantity.ZERO;
        for (int i = holders.size() - 1; i >= 0; i--) {
            Leg leg = holders.get(i);
            Quantity share = shareOf(leg, shared, held, i == 0, fill.size().minus(rest));
            if (!share.isZero()) {
                rest = rest.minus(share);
                leg.onFill(turn, fill, share, fill.liquidation() ? ExitReason.LIQUIDATION : ExitReason.FOREIGN);
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
                who + " " + fill.side() + " " + fill.size() + " at " + fill.price() + " on this account"));
        world.account(account).readSoon(turn);
    }

    private static Quantity shareOf(Leg leg, Quantity shared, Quantity held, boolean largest, Quantity given) {
        if (shared.isZero()) {
            return Quantity.ZERO;
        }
        if (largest) {
            return shared.minus(given).min(leg.size().abs());
        }
        return new Quantity(
                FixedPoint.multiplyDivide(shared.e8(), leg.size().abs().e8(), held.e8(), RoundingMode.DOWN));
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
