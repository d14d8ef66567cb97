package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What one market's public feed owes after it was deaf: the bars of that time, and that of the minute in which it began to
 * hear again, once it has closed.
 *
 * <pre>
 *  heard │ deaf ............... │ heard again
 *  ─┬────┴──┬───────┬───────┬───┴──┬────────
 *   │ part  │ whole │ whole │ part │            whole: the market is moved along the bar
 *   └───────┴───────┴───────┴──────┘            all four are read and replace what prints made of them
 * </pre>
 */
final class FeedGap {
    private static final long TRY_AGAIN_MS = 5_000;

    /** The venue itself needs a moment to close a bar. */
    private static final long SETTLED_MS = 2_000;

    /** A time without ears; {@code untilMs} is the last millisecond there is while it lasts. */
    private record Outage(long fromMs, long untilMs) {
        boolean covers(Bar bar) {
            return bar.openTimeMs() > fromMs && bar.openTimeMs() + Interval.M1.millis() <= untilMs;
        }
    }

    private final List<Outage> outages = new ArrayList<>();
    private long heardMs;
    private boolean deaf;
    private long nextTryMs;

    /** @param startMs venue time at which it began to hear, in the middle of a minute */
    FeedGap(long startMs) {
        heardMs = startMs;
        readOnceClosed(startMs);
    }

    private void readOnceClosed(long againMs) {
        outages.add(new Outage(againMs, againMs));
        nextTryMs = closeOf(againMs) + SETTLED_MS;
    }

    private static long closeOf(long timeMs) {
        return Interval.M1.openTimeMs(timeMs) + Interval.M1.millis();
    }

    /** An event of the market was heard at a venue time. */
    void heard(MarketEvent event, long nowMs) {
        switch (event) {
            case MarketEvent.FeedDegraded degraded -> {
                boolean silent = degraded.fault() == FeedFault.DISCONNECTED || degraded.fault() == FeedFault.STALE;
                if (silent && !deaf) {
                    deaf = true;
                    outages.add(new Outage(heardMs, Long.MAX_VALUE));
                }
            }
            case MarketEvent.FeedRestored _ -> hearsAgain(nowMs);
            case MarketEvent.TradePrinted print -> heardMs = Math.max(heardMs, print.tradedAtMs());
            case MarketEvent.BookChanged book -> heardMs = Math.max(heardMs, Math.min(book.quotedAtMs(), nowMs));
            case MarketEvent.InstrumentListed _,
                    MarketEvent.BestBidOffer _,
                    MarketEvent.ContextChanged _,
                    MarketEvent.CandleChanged _,
                    MarketEvent.CandlesRead _,
                    MarketEvent.CandlesUnread _ -> {
                // says nothing of what was missed
            }
        }
    }

    private void hearsAgain(long nowMs) {
        if (deaf) {
            deaf = false;
            Outage ended = new Outage(outages.removeLast().fromMs(), nowMs);
            outages.add(ended);
            nextTryMs = nowMs;
        }
    }

    /** Whether bars should be read now. */
    boolean isDue(long nowMs) {
        return !deaf && !outages.isEmpty() && nowMs >= nextTryMs;
    }

    /** From which venue time on they should. */
    long fromMs() {
        return Interval.M1.openTimeMs(outages.getFirst().fromMs());
    }

    /** Whether nothing of a bar was heard. */
    boolean missedWholly(Bar bar) {
        return outages.stream().anyMatch(outage -> outage.covers(bar));
    }

    /** They could not be read. */
    void unread(long nowMs) {
        nextTryMs = nowMs + TRY_AGAIN_MS;
    }

    /**
     * They were read.
     *
     * @param upToMs every bar that closed before this venue time is among them
     */
    void read(long upToMs) {
        long againMs = outages.getLast().untilMs();
        outages.clear();
        if (upToMs < closeOf(againMs)) {
            readOnceClosed(againMs);
        }
    }
}
