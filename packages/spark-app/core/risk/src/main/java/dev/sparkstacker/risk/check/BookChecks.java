package dev.sparkstacker.risk.check;

import static dev.sparkstacker.risk.check.ScopedCheck.number;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.Unit;
import dev.sparkstacker.risk.limit.Tightest;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Whether the book can take the entry. A book that is unknown, empty on a side, crossed or too old takes nothing. */
final class BookChecks {
    private BookChecks() {}

    static Check depth(ProposedEntry entry, EntryFacts facts) {
        Long depth = depthUsd(entry.side(), facts);
        return ScopedCheck.atLeast(
                Reason.BOOK_TOO_THIN,
                Unit.USD,
                facts,
                limits -> number(limits.market().minDepth()),
                scope -> depth);
    }

    static Check spread(ProposedEntry entry, EntryFacts facts) {
        Long spread = spreadPct(facts);
        return ScopedCheck.atMost(
                Reason.SPREAD_TOO_WIDE,
                Unit.PCT,
                facts,
                limits -> number(limits.market().maxSpread()),
                scope -> spread);
    }

    static Check slippage(ProposedEntry entry, EntryFacts facts) {
        Long slippage = slippagePct(entry, facts);
        return ScopedCheck.atMost(
                Reason.SLIPPAGE_TOO_HIGH,
                Unit.PCT,
                facts,
                limits -> number(limits.market().maxSlippage()),
                scope -> slippage);
    }

    /** The value on the side taken, within the slippage threshold of mid; null where no book is known. */
    private static @Nullable Long depthUsd(Side side, EntryFacts facts) {
        OrderBook book = usable(facts);
        Price mid = book == null ? null : book.mid();
        if (book == null || mid == null) {
            return null;
        }
        Tightest threshold =
                Tightest.upper(facts.limits(), limits -> number(limits.market().maxSlippage()), scope -> 0L);
        Usd depth = Usd.ZERO;
        for (BookLevel level : book.taken(side)) {
            if (threshold == null || fromMid(level.price(), mid) <= threshold.limit()) {
                depth = depth.plus(level.price().times(level.size(), RoundingMode.DOWN));
            }
        }
        return depth.e8();
    }

    private static @Nullable Long spreadPct(EntryFacts facts) {
        OrderBook book = usable(facts);
        Price mid = book == null ? null : book.mid();
        if (book == null || mid == null) {
            return null;
        }
        long spread = book.asks().getFirst().price().e8()
                - book.bids().getFirst().price().e8();
        return Pct.share(spread, mid.e8(), RoundingMode.UP).e10();
    }

    /** How far from mid the average price of the size lies, walked through the book; null where it does not hold it. */
    private static @Nullable Long slippagePct(ProposedEntry entry, EntryFacts facts) {
        OrderBook book = usable(facts);
        Price mid = book == null ? null : book.mid();
        if (book == null || mid == null || entry.size().isZero()) {
            return null;
        }
        RoundingMode against = entry.side() == Side.BUY ? RoundingMode.UP : RoundingMode.DOWN;
        Quantity left = entry.size();
        Usd cost = Usd.ZERO;
        for (BookLevel level : book.taken(entry.side())) {
            Quantity part = left.min(level.size());
            cost = cost.plus(level.price().times(part, against));
            left = left.minus(part);
        }
        if (!left.isZero()) {
            return null;
        }
        long average = FixedPoint.multiplyDivide(
                cost.e8(), FixedPoint.ONE, entry.size().e8(), against);
        return fromMid(new Price(average), mid);
    }

    private static long fromMid(Price price, Price mid) {
        return Pct.share(Math.abs(price.e8() - mid.e8()), mid.e8(), RoundingMode.UP)
                .e10();
    }

    private static @Nullable OrderBook usable(EntryFacts facts) {
        OrderBook book = facts.market().book();
        Price mid = book == null ? null : book.mid();
        if (book == null
                || mid == null
                || mid.isZero()
                || book.ageMs() > facts.market().maxAgeMs()) {
            return null;
        }
        boolean crossed =
                book.bids().getFirst().price().compareTo(book.asks().getFirst().price()) >= 0;
        return crossed ? null : book;
    }
}
