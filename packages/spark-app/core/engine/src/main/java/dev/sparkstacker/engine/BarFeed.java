package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns forming candles and history into closed bars, each once, in order.
 *
 * <pre>
 *  forming bar of t ──► candle of t' > t arrives ──► t is the next bar?  yes ─► closed
 *                                                                       no ──► read history from the last closed bar
 *  2 s after the end of t without a later candle ─────────────────────────────► read history
 *  history ──► every bar after the last closed one, in order ──► closed
 *          ──► the bar that was asked for is not in it yet ──────────────────► read again, 2 s later
 * </pre>
 *
 * Minutes without trades give no bar; only history can tell such a gap from a lost candle. A bar that was forming when
 * the connection broke may lack trades, so that only history closes it.
 */
final class BarFeed {
    private static final long GRACE_MS = 2_000;
    private static final long RETRY_VENUE_MS = 2_000;
    private static final long RETRY_MACHINE_MS = 500;

    /**
     * The feed's state, for snapshots.
     *
     * @param lastClosed the newest closed bar, or null before the first
     * @param forming the newest bar still forming, or null
     * @param historyFromMs first open time wanted from history while it is being read, or -1
     * @param retry when to read again: no answer came, or it did not hold what was asked for
     */
    record State(
            MarketId market,
            Interval interval,
            int historyBars,
            @Nullable Bar lastClosed,
            @Nullable Bar forming,
            long historyFromMs,
            Deadline retry) {}

    private final MarketId market;
    private final Interval interval;
    private int historyBars;
    private @Nullable Bar lastClosed;
    private @Nullable Bar forming;
    private long historyFromMs = -1;
    private Deadline retry = Deadline.NEVER;

    BarFeed(MarketId market, Interval interval, int historyBars) {
        this.market = market;
        this.interval = interval;
        this.historyBars = historyBars;
    }

    BarFeed(State state) {
        this(state.market(), state.interval(), state.historyBars());
        lastClosed = state.lastClosed();
        forming = state.forming();
        historyFromMs = state.historyFromMs();
        retry = state.retry();
    }

    State state() {
        return new State(market, interval, historyBars, lastClosed, forming, historyFromMs, retry);
    }

    Interval interval() {
        return interval;
    }

    /** Open time of the newest closed bar, or -1. */
    long lastClosedMs() {
        return lastClosed == null ? -1 : lastClosed.openTimeMs();
    }

    /** The newest closed bar, or null before the first. */
    @Nullable
    Bar lastClosed() {
        return lastClosed;
    }

    /** Begins anew, as if no bar had been seen. */
    void forget() {
        lastClosed = null;
        forming = null;
        historyFromMs = -1;
        retry = Deadline.NEVER;
    }

    void need(int bars) {
        historyBars = Math.max(historyBars, bars);
    }

    /** A connection began: what was forming before may lack trades, and bars may have been missed. */
    void onConnected(Turn turn) {
        forming = null;
        catchUp(turn);
    }

    /** Reads everything missed up to now. */
    private void catchUp(Turn turn) {
        Bar last = lastClosed;
        long now = turn.nowMs();
        long wanted = interval.openTimeMs(now) - historyBars * interval.millis();
        read(turn, last == null ? wanted : last.openTimeMs() + interval.millis());
    }

    /** Takes a newer state of the bar that is forming already. Returns whether it was that. */
    boolean grows(Bar bar) {
        Bar current = forming;
        Bar last = lastClosed;
        if (current == null
                || bar.openTimeMs() != current.openTimeMs()
                || (last != null && bar.openTimeMs() <= last.openTimeMs())) {
            return false;
        }
        forming = bar;
        return true;
    }

    List<Bar> onCandle(Turn turn, Bar bar) {
        Bar last = lastClosed;
        Bar current = forming;
        if (last != null && bar.openTimeMs() <= last.openTimeMs()) {
            if (bar.openTimeMs() == last.openTimeMs() && bar.trades() >= last.trades()) {
                revise(turn, last, bar);
            }
            return List.of();
        }
        if (current != null && bar.openTimeMs() < current.openTimeMs()) {
            return List.of();
        }
        forming = bar;
        if (isReading() || (current != null && bar.openTimeMs() == current.openTimeMs())) {
            return List.of();
        }
        if (current != null && last != null && follows(last, current)) {
            lastClosed = current;
            return List.of(current);
        }
        if (current != null || (last != null && !follows(last, bar))) {
            catchUp(turn);
        }
        return List.of();
    }

    List<Bar> onHistory(Turn turn, MarketEvent.CandlesRead read) {
        historyFromMs = -1;
        retry = Deadline.NEVER;
        List<Bar> closed = new ArrayList<>();
        for (Bar bar : read.bars()) {
            Bar last = lastClosed;
            if (bar.openTimeMs() + interval.millis() > read.upToMs()) {
                continue;
            }
            if (last != null && bar.openTimeMs() == last.openTimeMs()) {
                revise(turn, last, bar);
            }
            if (last == null || bar.openTimeMs() > last.openTimeMs()) {
                lastClosed = bar;
                closed.add(bar);
            }
        }
        Bar current = forming;
        Bar last = lastClosed;
        if (current != null && last != null && current.openTimeMs() <= last.openTimeMs()) {
            forming = null;
        } else if (current != null && isMissing(turn, read, current)) {
            retry = Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
        }
        return closed;
    }

    /** Whether bars before the forming one may be missing, or it has ended itself and was not told as closed. */
    private boolean isMissing(Turn turn, MarketEvent.CandlesRead read, Bar current) {
        Bar last = lastClosed;
        boolean before = read.upToMs() < current.openTimeMs() && (last == null || !follows(last, current));
        return before || turn.nowMs() >= overdueAtMs();
    }

    private boolean follows(Bar earlier, Bar later) {
        return later.openTimeMs() == earlier.openTimeMs() + interval.millis();
    }

    private void revise(Turn turn, Bar before, Bar after) {
        if (!after.equals(before)) {
            lastClosed = after;
            turn.tell(new Output.BarRevised(turn.cause(), market, interval, before, after));
        }
    }

    void onUnread(Turn turn) {
        if (isReading()) {
            retry = Deadline.after(turn, RETRY_VENUE_MS, RETRY_MACHINE_MS);
        }
    }

    void onTime(Turn turn) {
        if (retry.isSet()) {
            if (retry.hasPassed(turn)) {
                catchUp(turn);
            }
        } else if (turn.nowMs() >= overdueAtMs()) {
            catchUp(turn);
        }
    }

    void plan(Agenda agenda) {
        if (retry.isSet()) {
            agenda.at(retry);
        } else {
            agenda.at(overdueAtMs());
        }
    }

    private long overdueAtMs() {
        Bar current = forming;
        Bar last = lastClosed;
        if (current == null || (last != null && last.openTimeMs() >= current.openTimeMs())) {
            return Long.MAX_VALUE;
        }
        return current.openTimeMs() + interval.millis() + GRACE_MS;
    }

    private boolean isReading() {
        return historyFromMs >= 0;
    }

    private void read(Turn turn, long fromMs) {
        historyFromMs = fromMs;
        retry = Deadline.after(turn, 15_000, 15_000);
        turn.send(new Command.ReadCandles(market, interval, fromMs));
    }
}
