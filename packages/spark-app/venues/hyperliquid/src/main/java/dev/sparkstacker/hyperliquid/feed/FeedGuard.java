package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.FeedDegraded;
import dev.sparkstacker.domain.event.MarketEvent.FeedRestored;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says whether one market's feed can be trusted, and says it once for each change.
 *
 * <pre>
 *  worst first: DISCONNECTED > MAINTENANCE > STALE > CROSSED > OFF_MARKET > none
 *
 *     none ──FeedDegraded(fault)──► fault ──FeedDegraded(other)──► other fault
 *       ▲                             │                               │
 *       └────────FeedRestored─────────┴───────────────────────────────┘
 * </pre>
 *
 * <p>It starts as disconnected without saying so; the first sound quote gives the first {@code FeedRestored}. A quote that
 * crosses never leaves the guard. Thread-safe.
 */
final class FeedGuard {
    private static final long NANOS_PER_MS = 1_000_000;
    private static final int BPS = 10_000;

    private final MarketId market;
    private final FeedLimits limits;
    private final VenueTime time;
    private final Consumer<MarketEvent> sink;

    private boolean connected;
    private boolean quoted;
    private boolean stale;
    private boolean crossed;
    private boolean offMarket;
    private String why = "not connected yet";
    private @Nullable String maintenance;
    private @Nullable Price bid;
    private @Nullable Price ask;
    private @Nullable Price mark;
    private long heardVenueMs;
    private long heardNanos;
    private @Nullable FeedFault announced = FeedFault.DISCONNECTED;

    FeedGuard(MarketId market, FeedLimits limits, VenueTime time, Consumer<MarketEvent> sink) {
        this.market = market;
        this.limits = limits;
        this.time = time;
        this.sink = sink;
    }

    synchronized void connected(long nowNanos) {
        connected = true;
        hear(nowNanos);
        judge();
    }

    synchronized void disconnected(String detail) {
        connected = false;
        quoted = false;
        bid = null;
        ask = null;
        mark = null;
        offMarket = false;
        why = detail;
        judge();
    }

    /** A frame of the market arrived, whatever it holds. */
    synchronized void heard(long nowNanos) {
        hear(nowNanos);
        judge();
    }

    /** Judges a quote; false means that it must not be used. */
    synchronized boolean quote(BestBidOffer quote, long nowNanos) {
        hear(nowNanos);
        boolean bothSides = !quote.bid().isZero() && !quote.ask().isZero();
        crossed = bothSides && quote.bid().compareTo(quote.ask()) >= 0;
        if (crossed) {
            why = "bid " + quote.bid() + " at or above ask " + quote.ask();
        } else {
            quoted = true;
            bid = bothSides ? quote.bid() : null;
            ask = bothSides ? quote.ask() : null;
            offMarket = isOffMarket();
        }
        judge();
        return !crossed;
    }

    /** Takes the mark price, against which quotes are held. */
    synchronized void marked(Price newMark, long nowNanos) {
        hear(nowNanos);
        mark = newMark;
        offMarket = isOffMarket();
        judge();
    }

    /** Looks at the clocks; called regularly. */
    synchronized void check(long nowNanos) {
        long venueAge = time.venueTimeMs() - heardVenueMs;
        long machineAge = (nowNanos - heardNanos) / NANOS_PER_MS;
        stale = connected && venueAge > limits.staleAfterMs() && machineAge > limits.staleAtLeastMs();
        if (stale) {
            why = "no frame for " + venueAge + " ms of venue time";
        }
        judge();
    }

    /** Takes the condition of the venue as a whole: why it is in maintenance, or null where it works. */
    synchronized void maintenance(@Nullable String detail) {
        maintenance = detail;
        judge();
    }

    private void hear(long nowNanos) {
        heardNanos = nowNanos;
        heardVenueMs = time.venueTimeMs();
        stale = false;
    }

    private void judge() {
        FeedFault fault = fault();
        if (fault == announced) {
            return;
        }
        announced = fault;
        String detail = fault == FeedFault.MAINTENANCE && maintenance != null ? maintenance : why;
        sink.accept(fault == null ? new FeedRestored(market) : new FeedDegraded(market, fault, detail));
    }

    private @Nullable FeedFault fault() {
        if (!connected || !quoted) {
            return FeedFault.DISCONNECTED;
        } else if (maintenance != null) {
            return FeedFault.MAINTENANCE;
        } else if (stale) {
            return FeedFault.STALE;
        } else if (crossed) {
            return FeedFault.CROSSED;
        }
        if (offMarket) {
            why = "bid " + bid + " and ask " + ask + " against mark " + mark;
        }
        return offMarket ? FeedFault.OFF_MARKET : null;
    }

    /** |bid + ask - 2 mark| × 10,000 > limit × 2 mark. */
    private boolean isOffMarket() {
        Price bestBid = bid;
        Price bestAsk = ask;
        Price reference = mark;
        if (bestBid == null || bestAsk == null || reference == null) {
            return false;
        }
        BigInteger twice = BigInteger.valueOf(reference.e8()).shiftLeft(1);
        BigInteger off = BigInteger.valueOf(bestBid.e8())
                .add(BigInteger.valueOf(bestAsk.e8()))
                .subtract(twice)
                .abs();
        return off.multiply(BigInteger.valueOf(BPS))
                        .compareTo(twice.multiply(BigInteger.valueOf(limits.offMarketBps())))
                > 0;
    }
}
