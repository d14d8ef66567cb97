package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.engine.EngineState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment worth measuring again and again: the next candle frame closes a bar on which the MACD crosses over, and the
 * engine, flat and reconciled, sends an entry.
 *
 * <pre>
 *  price falls ever faster for 200 bars ── forming bar jumps up ── │ ── frame of the next bar ─► crossover ─► order
 *                                                            saved state
 * </pre>
 */
final class Crossover {
    private static final long MINUTE_MS = Interval.M1.millis();
    private static final long OPEN_MS = 1_795_000_020_000L / MINUTE_MS * MINUTE_MS;
    private static final int HISTORY_BARS = 200;

    private final Rig rig;
    private final EngineState before;
    private final byte[] frame;

    /** Brings an engine to that moment. {@code orders} takes what it sends. */
    Crossover(Journal journal, Orders orders, Rig.Forced forced) {
        rig = new Rig(OPEN_MS + 1_000, history(), journal, orders, forced);
        rig.start();
        rig.clock().moveTo(OPEN_MS + 30_000);
        rig.work(List.of(
                new MarketEvent.ContextChanged(
                        Example.ETH, Price.of("2260"), Price.of("2260"), dev.sparkstacker.domain.Rate.ZERO),
                new MarketEvent.CandleChanged(Example.ETH, Interval.M1, bar(OPEN_MS, "2200", "2265", "2199", "2260"))));
        rig.clock().moveTo(OPEN_MS + MINUTE_MS + 20);
        rig.work(List.of(new MarketEvent.BestBidOffer(
                Example.ETH,
                Price.of("2259.9"),
                Quantity.of("12.5"),
                Price.of("2260.1"),
                Quantity.of("9.25"),
                OPEN_MS + MINUTE_MS + 10)));
        before = rig.engine().state();
        frame = frame(OPEN_MS + MINUTE_MS).getBytes(StandardCharsets.UTF_8);
    }

    Rig rig() {
        return rig;
    }

    /** Goes back to the moment. Only on the engine's thread. */
    void restore() {
        rig.engine().load(before);
    }

    /** The candle frame as the venue sends it. */
    byte[] frame() {
        return frame;
    }

    private static List<Bar> history() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < HISTORY_BARS; i++) {
            long openE8 = closeE8(i - 1);
            long closeE8 = closeE8(i);
            bars.add(new Bar(
                    OPEN_MS - (HISTORY_BARS - i) * MINUTE_MS,
                    new Price(openE8),
                    new Price(openE8),
                    new Price(closeE8),
                    new Price(closeE8),
                    Quantity.of("10"),
                    25));
        }
        return bars;
    }

    private static long closeE8(int bar) {
        long fallenCents = (long) bar * Math.abs(bar);
        return 260_000_000_000L - fallenCents * 1_000_000L;
    }

    private static Bar bar(long openMs, String open, String high, String low, String close) {
        return new Bar(
                openMs, Price.of(open), Price.of(high), Price.of(low), Price.of(close), Quantity.of("310.25"), 840);
    }

    private static String frame(long openMs) {
        return """
               {"channel":"candle","data":{"t":%d,"T":%d,"s":"ETH","i":"1m","o":"2260.0","c":"2260.1","h":"2260.1",\
               "l":"2260.0","v":"0.4312","n":3}}""".formatted(openMs, openMs + MINUTE_MS - 1);
    }
}
