package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.IncidentCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the venue's positions that no leg explains and that are being closed; one an account and market. */
final class Strays {
    private final List<Stray> strays = new ArrayList<>();

    void load(Stray stray) {
        strays.add(stray);
    }

    List<Stray.State> state() {
        return strays.stream().map(Stray::state).toList();
    }

    boolean isEmpty() {
        return strays.isEmpty();
    }

    boolean holdsOn(AccountId account) {
        return strays.stream().anyMatch(stray -> stray.account().equals(account));
    }

    @Nullable
    Stray find(AccountId account, MarketId market) {
        for (Stray stray : strays) {
            if (stray.isAt(account, market)) {
                return stray;
            }
        }
        return null;
    }

    /** How much is being closed in a market of an account. */
    SignedQuantity size(AccountId account, MarketId market) {
        Stray stray = find(account, market);
        return stray == null ? SignedQuantity.ZERO : stray.size();
    }

    /** Begins to close a stray, or goes on with as much of it as the venue holds. */
    void close(Turn turn, AccountId account, Market market, Desk desk, SignedQuantity size) {
        turn.raise(
                IncidentCode.UNKNOWN_POSITION_CLOSING,
                account,
                market.id(),
                "closing " + size + " that no leg explains, reduce-only");
        Stray known = find(account, market.id());
        if (known != null) {
            known.correct(size);
            return;
        }
        Stray stray = new Stray(account, market, desk, size, turn.correlationId());
        strays.add(stray);
        stray.begin(turn);
    }

    /** Takes what it can of a fill on an account, and returns that. */
    Quantity onFill(Turn turn, AccountId account, Fill fill) {
        Stray stray = find(account, fill.market());
        if (stray == null) {
            return Quantity.ZERO;
        }
        Quantity taken = stray.onFill(fill);
        if (stray.size().isZero()) {
            end(turn, stray, "closed");
        }
        return taken;
    }

    /** The venue holds nothing of it any more, although no fill told of that. */
    void vanished(Turn turn, AccountId account, MarketId market) {
        Stray stray = find(account, market);
        if (stray != null) {
            end(turn, stray, "gone without a fill");
        }
    }

    void onOrder(Turn turn, OrderRecord order) {
        Stray stray = find(order.account(), order.request().market());
        if (stray != null) {
            stray.onOrder(turn, order);
        }
    }

    void onTime(Turn turn) {
        strays.forEach(stray -> stray.onTime(turn));
    }

    void plan(Agenda agenda) {
        strays.forEach(stray -> stray.plan(agenda));
    }

    private void end(Turn turn, Stray stray, String how) {
        strays.remove(stray);
        turn.raise(
                IncidentCode.UNKNOWN_POSITION_CLOSED,
                stray.account(),
                stray.market(),
                "the position that no leg explained is " + how);
    }
}
