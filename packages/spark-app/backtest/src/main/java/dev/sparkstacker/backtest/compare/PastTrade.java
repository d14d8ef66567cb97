package dev.sparkstacker.backtest.compare;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trade that was made, on recorded data, on paper or live, as far as two of them can be held against each other.
 *
 * @param strategy the strategy's name
 * @param market such as {@code ETH-USD}
 * @param leg {@code main} or {@code hedge}
 * @param side {@code long} or {@code short}
 * @param size in coins
 * @param openedMs venue time of its first fill
 * @param entryPrice average, in USD
 * @param end how it ended, or null while it is open
 */
public record PastTrade(
        String strategy,
        String market,
        String leg,
        String side,
        BigDecimal size,
        long openedMs,
        BigDecimal entryPrice,
        @Nullable End end) {
    static final Comparator<PastTrade> BY_TIME =
            Comparator.comparingLong(PastTrade::openedMs).thenComparing(PastTrade::leg, Comparator.reverseOrder());

    /**
     * How a trade ended.
     *
     * @param closedMs venue time of its last fill
     * @param price average, in USD
     * @param reason such as {@code stop_loss}
     * @param netPnlUsd gross less fees plus funding
     */
    public record End(long closedMs, BigDecimal price, String reason, BigDecimal netPnlUsd) {}

    /** A row of {@code trades.csv}. @throws NumberFormatException if a number is none */
    static PastTrade of(Map<String, String> row) {
        return new PastTrade(
                text(row, "strategy"),
                text(row, "market"),
                text(row, "leg"),
                text(row, "side"),
                number(row, "size"),
                Long.parseLong(text(row, "opened_ms")),
                number(row, "entry_price"),
                new End(
                        Long.parseLong(text(row, "closed_ms")),
                        number(row, "exit_price"),
                        text(row, "exit_reason"),
                        number(row, "net_pnl_usd")));
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column));
    }

    /** What both sides of a comparison call the same trade: the leg, the side, and the bar within which it was entered. */
    Key key(long barMs) {
        return new Key(market, leg, side, Math.floorDiv(openedMs, barMs));
    }

    record Key(String market, String leg, String side, long bar) {}
}
