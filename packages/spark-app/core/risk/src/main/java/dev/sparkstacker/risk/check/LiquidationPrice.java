package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The mark price at which the venue would liquidate the position that the entry leads to, with what is held already.
 * Maintenance is half of the initial margin at the market's highest leverage. Every rounding brings the price nearer.
 *
 * <pre>
 *  isolated  long   average · (1 − 1/L) / (1 − r)          L leverage, r = 1 / (2 · highest leverage)
 *            short  average · (1 + 1/L) / (1 + r)          average entry price, the new part at its worst
 *  cross     long   (m − (A − M) / z) / (1 − r)            A equity, M maintenance of the other positions,
 *            short  (m + (A − M) / z) / (1 + r)            z size, m mark price
 * </pre>
 */
final class LiquidationPrice {
    private static final long MOST_CUSHION_USD = 1_000_000_000L;

    /**
     * The price, zero where no fall liquidates.
     *
     * @param known whether everything it takes is known
     */
    record Result(boolean known, Price price) {
        private static final Result UNKNOWN = new Result(false, new Price(0));

        private static Result of(long e8) {
            return new Result(true, new Price(Math.max(0, e8)));
        }
    }

    private LiquidationPrice() {}

    static Result of(ProposedEntry entry, EntryFacts facts) {
        if (entry.size().isZero()) {
            return Result.UNKNOWN;
        }
        return switch (entry.marginMode()) {
            case ISOLATED -> Result.of(isolated(entry, facts));
            case CROSS -> cross(entry, facts);
        };
    }

    private static long isolated(ProposedEntry entry, EntryFacts facts) {
        boolean isLong = entry.side() == Side.BUY;
        long average = average(entry, facts.account().held(), isLong ? RoundingMode.CEILING : RoundingMode.FLOOR);
        long leverage = entry.leverage().times();
        long twice = twiceOffered(facts);
        return isLong
                ? FixedPoint.multiplyDivide(
                        average, (leverage - 1) * twice, leverage * (twice - 1), RoundingMode.CEILING)
                : FixedPoint.multiplyDivide(
                        average, (leverage + 1) * twice, leverage * (twice + 1), RoundingMode.FLOOR);
    }

    private static Result cross(ProposedEntry entry, EntryFacts facts) {
        Usd equity = facts.account().equity();
        Usd others = facts.account().otherMaintenance();
        Price mark = facts.market().mark();
        if (equity == null || others == null || mark == null) {
            return Result.UNKNOWN;
        }
        EntryFacts.Held held = facts.account().held();
        long size =
                Math.addExact(entry.size().e8(), held == null ? 0 : held.size().e8());
        long reach = Math.subtractExact(cushion(equity.minus(others), size), paidOver(entry, mark, size));
        long twice = twiceOffered(facts);
        return Result.of(
                entry.side() == Side.BUY
                        ? FixedPoint.multiplyDivide(
                                Math.subtractExact(mark.e8(), reach), twice, twice - 1, RoundingMode.CEILING)
                        : FixedPoint.multiplyDivide(
                                Math.addExact(mark.e8(), reach), twice, twice + 1, RoundingMode.FLOOR));
    }

    /** The equity that holds each unit; more than the most does not matter, whatever the price. */
    private static long cushion(Usd free, long size) {
        long whole = free.e8() / size;
        if (Math.abs(whole) >= MOST_CUSHION_USD) {
            return Long.signum(whole) * MOST_CUSHION_USD * FixedPoint.ONE;
        }
        return FixedPoint.multiplyDivide(free.e8(), FixedPoint.ONE, size, RoundingMode.FLOOR);
    }

    /** What the entry loses at once by paying its worst price instead of the mark, for each unit held then. */
    private static long paidOver(ProposedEntry entry, Price mark, long size) {
        long over = entry.isWorse(mark, entry.limit()) ? Math.abs(entry.limit().e8() - mark.e8()) : 0;
        return FixedPoint.multiplyDivide(over, entry.size().e8(), size, RoundingMode.UP);
    }

    /** The average entry price of what is held and of the new part at its worst. */
    private static long average(ProposedEntry entry, EntryFacts.@Nullable Held held, RoundingMode rounding) {
        long limit = entry.limit().e8();
        if (held == null) {
            return limit;
        }
        long size = Math.addExact(entry.size().e8(), held.size().e8());
        long apart = held.entryPrice().e8() - limit;
        return Math.addExact(limit, FixedPoint.multiplyDivide(apart, held.size().e8(), size, rounding));
    }

    /** One over the maintenance rate: twice the market's highest leverage. */
    private static long twiceOffered(EntryFacts facts) {
        return 2L * facts.market().instrument().maxLeverage().times();
    }
}
