package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an account as it would be after a fill, before the fill happens. A fill that would leave the account, or an
 * isolated position, worth less than nothing does not happen; neither does one that opens a position which could be
 * liquidated at once.
 */
final class FillCheck {
    private final Venue venue;
    private final Margin margin;

    FillCheck(Venue venue, Margin margin) {
        this.venue = venue;
        this.margin = margin;
    }

    /** Whether an account can afford a fill. */
    boolean affords(Account account, Market market, Side side, Price price, Quantity size, boolean taker) {
        Price mark = market.mark();
        if (mark == null) {
            return false;
        }
        Rate rate = taker ? venue.rules.takerFee() : venue.rules.makerFee();
        Usd fee = Money.fee(Money.notional(size, price), rate);
        Position held = account.position(market.id());
        boolean isolated = held == null ? account.leverage(market).mode() == MarginMode.ISOLATED : held.isIsolated();
        SignedQuantity before = held == null ? SignedQuantity.ZERO : held.size();
        SignedQuantity after = before.plus(SignedQuantity.of(side, size));
        boolean opens = after.signum() == side.sign();
        return isolated
                ? affordsIsolated(account, market, new Fill(mark, price, side, size, fee, after, opens), held)
                : affordsCross(account, market, new Fill(mark, price, side, size, fee, after, opens), held);
    }

    private record Fill(
            Price mark, Price price, Side side, Quantity size, Usd fee, SignedQuantity after, boolean opens) {
        /** What the fill's price is worth at the mark, positive for a price better than it. */
        Usd gain() {
            SignedQuantity delta = SignedQuantity.of(side, size);
            return Money.value(delta, mark).minus(Money.value(delta, price));
        }
    }

    private boolean affordsCross(Account account, Market market, Fill fill, @Nullable Position held) {
        Usd value = margin.crossAccountValue(account).plus(fill.gain()).minus(fill.fee());
        if (value.isNegative()) {
            return false;
        }
        if (!fill.opens()) {
            return true;
        }
        Usd others = margin.crossMaintenance(account).minus(held == null ? Usd.ZERO : margin.maintenance(held));
        return value.compareTo(others.plus(maintenance(market, fill))) >= 0;
    }

    private boolean affordsIsolated(Account account, Market market, Fill fill, @Nullable Position held) {
        Copy copy = new Copy(market, held, account.leverage(market).leverage());
        Position.Change change =
                copy.position.apply(SignedQuantity.of(fill.side(), fill.size()), fill.price(), copy.leverage);
        Usd back = change.closedPnl().plus(change.releasedMargin());
        Usd cash = margin.crossAccountValue(account).plus(back).minus(fill.fee());
        boolean closesAtALoss = !fill.opens() && back.isNegative();
        if (cash.isNegative() || closesAtALoss) {
            return false;
        }
        if (fill.after().isZero()) {
            return true;
        }
        Usd equity = copy.position.margin().plus(copy.position.unrealizedPnl(fill.mark()));
        return fill.opens() ? equity.compareTo(maintenance(market, fill)) >= 0 : !equity.isNegative();
    }

    private static Usd maintenance(Market market, Fill fill) {
        Usd notional = Money.value(fill.after(), fill.mark()).abs();
        return market.spec().tiers().maintenance(notional);
    }

    /** An isolated position to try a fill on. */
    private static final class Copy {
        final Position position;
        final int leverage;

        Copy(Market market, @Nullable Position held, int leverage) {
            this.position = held == null
                    ? new Position(market.id(), MarginMode.ISOLATED)
                    : new Position(market.id(), held.state());
            this.leverage = leverage;
        }
    }
}
