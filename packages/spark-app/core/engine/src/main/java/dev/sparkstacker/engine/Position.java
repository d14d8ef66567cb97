package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A round trip in progress, kept as exact sums; prices are derived from them.
 *
 * @param side the side it was entered on, or null before the first fill
 * @param entered size entered so far
 * @param entryNotional Σ price × size of the entries
 * @param exited size exited so far
 * @param exitNotional Σ price × size of the exits
 * @param fees fees paid so far
 * @param funding funding received so far, negative if paid
 * @param openedAtMs venue time of the first fill, or 0
 */
record Position(
        @Nullable Side side,
        Quantity entered,
        Usd entryNotional,
        Quantity exited,
        Usd exitNotional,
        Usd fees,
        Usd funding,
        long openedAtMs) {
    static final Position NONE =
            new Position(null, Quantity.ZERO, Usd.ZERO, Quantity.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, 0);

    SignedQuantity size() {
        Side entrySide = side;
        return entrySide == null ? SignedQuantity.ZERO : SignedQuantity.of(entrySide, entered.minus(exited));
    }

    boolean isFlat() {
        return entered.equals(exited);
    }

    /** Books part of a fill. @throws IllegalArgumentException if it would take the position beyond flat */
    Position with(Fill fill, FillShare share) {
        Quantity booked = share.size();
        Usd fee = share.fee();
        Usd notional = fill.price().times(booked);
        if (side == null || side == fill.side()) {
            long opened = side == null ? fill.venueTimeMs() : openedAtMs;
            return new Position(
                    fill.side(),
                    entered.plus(booked),
                    entryNotional.plus(notional),
                    exited,
                    exitNotional,
                    fees.plus(fee),
                    funding,
                    opened);
        }
        if (booked.compareTo(entered.minus(exited)) > 0) {
            throw new IllegalArgumentException("A fill of " + booked + " exceeds the position of " + size());
        }
        return new Position(
                side,
                entered,
                entryNotional,
                exited.plus(booked),
                exitNotional.plus(notional),
                fees.plus(fee),
                funding,
                openedAtMs);
    }

    /** Takes over a size at the venue's average price that no fill of ours explains. */
    Position withAdopted(Side adoptedSide, Quantity size, Price price, long nowMs) {
        if (side != null && side != adoptedSide) {
            throw new IllegalArgumentException("A " + side + " position cannot adopt a " + adoptedSide);
        }
        return new Position(
                adoptedSide,
                entered.plus(size),
                entryNotional.plus(price.times(size)),
                exited,
                exitNotional,
                fees,
                funding,
                side == null ? nowMs : openedAtMs);
    }

    /** What the size still held cost. */
    Usd openCost() {
        return entered.isZero()
                ? Usd.ZERO
                : new Usd(FixedPoint.multiplyDivide(
                        entryNotional.e8(), entered.minus(exited).e8(), entered.e8(), RoundingMode.HALF_UP));
    }

    /** Unrealised profit at a price as a fraction of the margin, or null where nothing is held. */
    @Nullable
    Rate profitOfMargin(Price mark, Leverage leverage) {
        Usd cost = openCost();
        if (side == null || cost.isZero()) {
            return null;
        }
        Usd gain = mark.times(entered.minus(exited)).minus(cost);
        Usd profit = side == Side.BUY ? gain : gain.negate();
        return new Rate(FixedPoint.multiplyDivide(
                profit.times(leverage.times()).e8(), Rate.ONE, cost.e8(), RoundingMode.HALF_UP));
    }

    /** What it has brought so far at a price: realised, unrealised, fees and funding. */
    Usd result(Price mark) {
        if (side == null) {
            return Usd.ZERO;
        }
        Usd gain = exitNotional.plus(mark.times(entered.minus(exited))).minus(entryNotional);
        return (side == Side.BUY ? gain : gain.negate()).minus(fees).plus(funding);
    }

    Position withFunding(Usd amount) {
        return new Position(side, entered, entryNotional, exited, exitNotional, fees, funding.plus(amount), openedAtMs);
    }

    @Nullable
    Price entryPrice() {
        return average(entryNotional, entered);
    }

    @Nullable
    Price exitPrice() {
        return average(exitNotional, exited);
    }

    /** Price profit of what was exited, without costs. Exact once flat. */
    Usd grossPnl() {
        if (side == null) {
            return Usd.ZERO;
        }
        Usd entryPart = exited.equals(entered)
                ? entryNotional
                : new Usd(
                        FixedPoint.multiplyDivide(entryNotional.e8(), exited.e8(), entered.e8(), RoundingMode.HALF_UP));
        Usd difference = exitNotional.minus(entryPart);
        return side == Side.BUY ? difference : difference.negate();
    }

    /** The whole round trip, told when it has ended. */
    Output.TradeClosed closed(Turn turn, AccountId account, LegId leg, ExitReason reason) {
        Usd gross = grossPnl();
        return new Output.TradeClosed(
                turn.cause(),
                account,
                leg,
                Objects.requireNonNull(side, "a closed position has a side"),
                entered,
                Objects.requireNonNull(entryPrice(), "a closed position has an entry price"),
                Objects.requireNonNull(exitPrice(), "a closed position has an exit price"),
                openedAtMs,
                turn.nowMs(),
                gross,
                fees,
                funding,
                gross.minus(fees).plus(funding),
                reason);
    }

    private static @Nullable Price average(Usd notional, Quantity size) {
        return size.isZero()
                ? null
                : new Price(FixedPoint.multiplyDivide(notional.e8(), FixedPoint.ONE, size.e8(), RoundingMode.HALF_UP));
    }
}
