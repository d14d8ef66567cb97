package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.MarketMapping;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.CandleRange;
import dev.sparkstacker.wire.info.InfoRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads closed bars page by page. Which bars are closed is told by the venue's own clock, asked just before: a bar belongs
 * to the answer if its last millisecond lies before that.
 */
public final class CandleReader {
    /** The fewest rows of a full page; a shorter one is the last. */
    private static final int PAGE = 500;

    private final InfoClient info;

    /**
     * Closed bars.
     *
     * @param bars oldest first
     * @param upToMs every bar whose close lies at or before this venue time is among them
     */
    public record ClosedBars(List<Bar> bars, long upToMs) {}

    public CandleReader(InfoClient info) {
        this.info = info;
    }

    /** Reads. @throws ReadException if any page cannot be read, or holds a bar that cannot be */
    public ClosedBars read(MarketId market, Interval interval, long fromMs) throws ReadException, InterruptedException {
        long upToMs = info.probeTime(Priority.ASK).time();
        List<Bar> closed = new ArrayList<>();
        long start = interval.openTimeMs(Math.max(0, fromMs));
        while (start < upToMs) {
            CandleRange range = new CandleRange(market.coin(), interval.code(), start, upToMs);
            List<Candle> page = info.ask(new InfoRequest.CandleSnapshot(range), Priority.ASK);
            long next = take(page, market, interval, start, upToMs, closed);
            if (page.size() < PAGE || next == start) {
                break;
            }
            start = next;
        }
        return new ClosedBars(List.copyOf(closed), upToMs);
    }

    /** Adds a page's closed bars; returns the open time that follows the page's last bar. */
    private static long take(
            List<Candle> page, MarketId market, Interval interval, long start, long upToMs, List<Bar> closed)
            throws ReadException {
        long next = start;
        for (Candle candle : page) {
            Bar bar = bar(market, interval, candle);
            if (bar.openTimeMs() < next) {
                throw new ReadException("candles of " + market + " " + interval.code() + ": " + bar.openTimeMs()
                        + " comes at or after a later bar or before the asked start " + start);
            }
            next = bar.openTimeMs() + interval.millis();
            if (candle.closeMs() < upToMs) {
                closed.add(bar);
            }
        }
        return next;
    }

    private static Bar bar(MarketId market, Interval interval, Candle candle) throws ReadException {
        try {
            return MarketMapping.bar(market, interval, candle);
        } catch (Impossible e) {
            throw new ReadException(String.valueOf(e.getMessage()), e);
        }
    }
}
