package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares fills that no order of ours explains: a liquidation, a person, or what a reduce-only order of one leg took from
 * another leg's size on the same net account.
 *
 * <pre>
 *  against a position that is being closed as unexplained ─► that first
 *  against what legs hold ─► pro rata in whole lots, the remainder to the largest
 *  what goes beyond, opens or enlarges ─► nobody's: told without a leg, and the account is read; a difference that stays
 *                                         follows the policy for unknown positions
 * </pre>
 */
final class ForeignFills {
    private final World world;

    ForeignFills(World world) {
        this.world = world;
    }

    /** Books what is left of a fill after a part of it was booked where it belongs. */
    void book(Turn turn, AccountId account, Fill fill, Quantity booked) {
        Quantity size = fill.size().minus(booked);
        Quantity stray = takeByStray(turn, account, fill, size);
        Quantity rest = shareOut(turn, account, fill, booked.plus(stray));
        if (!rest.isZero()) {
            turn.tell(new Output.FillBooked(turn.cause(), account, null, fill, rest));
        }
        String who = fill.liquidation() ? "The venue liquidated" : "Somebody else traded";
        turn.raise(
                fill.liquidation() ? IncidentCode.LIQUIDATION : IncidentCode.FOREIGN_FILL,
                account,
                fill.market(),
                who + " " + fill.side() + " " + size + " at " + fill.price() + " on this account");
        world.account(account).readSoon(turn);
    }

    private Quantity takeByStray(Turn turn, AccountId account, Fill fill, Quantity size) {
        if (!size.equals(fill.size())) {
            return Quantity.ZERO;
        }
        Quantity taken = world.strays().onFill(turn, account, fill);
        if (!taken.isZero()) {
            turn.tell(new Output.FillBooked(turn.cause(), account, null, fill, taken));
        }
        return taken;
    }

    /** Gives each holder its share of a fill of which a part is given away already; returns what nobody bears. */
    private Quantity shareOut(Turn turn, AccountId account, Fill fill, Quantity given) {
        List<Leg> holders = holders(account, fill.market());
        List<Quantity> shares = shares(fill, fill.size().minus(given), holders);
        ExitReason reason = fill.liquidation() ? ExitReason.LIQUIDATION : ExitReason.FOREIGN;
        Quantity rest = fill.size().minus(given);
        for (int i = 0; i < shares.size(); i++) {
            Quantity share = shares.get(i);
            if (!share.isZero()) {
                FillShare part = FillShare.next(fill, fill.size().minus(rest), share);
                rest = rest.minus(share);
                holders.get(i).fills().onFill(turn, fill, part, reason);
            }
        }
        return rest;
    }

    /** What each holder, the largest first, has to bear of a foreign fill; nothing of one that enlarges. */
    private List<Quantity> shares(Fill fill, Quantity size, List<Leg> holders) {
        boolean reducing =
                !holders.isEmpty() && fill.side() != holders.getFirst().side();
        if (!reducing) {
            return List.of();
        }
        Quantity held = Quantity.ZERO;
        for (Leg leg : holders) {
            held = held.plus(leg.size().abs());
        }
        List<Quantity> shares = new ArrayList<>();
        Quantity shared = size.min(held);
        Quantity left = shared;
        Instrument rules = world.market(fill.market()).instrument();
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
    List<Leg> holders(AccountId account, MarketId market) {
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
}
