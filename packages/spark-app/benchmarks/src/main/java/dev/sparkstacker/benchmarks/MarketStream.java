package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Best bid and offer and trades of a seeded random walk, built before anything is measured: three quotes to a trade. */
final class MarketStream {
    private static final long SEED = 20_260_101;
    private static final long TICK_E8 = 10_000_000;

    private MarketStream() {}

    /** Batches of events. */
    static List<List<Event>> batches(int batches, int batchSize, long startMs) {
        SplittableRandom random = new SplittableRandom(SEED);
        long bidE8 = 250_000_000_000L;
        List<List<Event>> all = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            List<Event> batch = new ArrayList<>();
            for (int j = 0; j < batchSize; j++) {
                bidE8 += random.nextInt(-1, 2) * TICK_E8;
                long timeMs = startMs + (long) i * batchSize + j;
                batch.add(j % 4 == 3 ? trade(random, bidE8, timeMs) : quote(random, bidE8, timeMs));
            }
            all.add(List.copyOf(batch));
        }
        return all;
    }

    private static Event quote(SplittableRandom random, long bidE8, long timeMs) {
        return new MarketEvent.BestBidOffer(
                Example.ETH, new Price(bidE8), size(random), new Price(bidE8 + TICK_E8), size(random), timeMs);
    }

    private static Event trade(SplittableRandom random, long bidE8, long timeMs) {
        boolean buys = random.nextBoolean();
        return new MarketEvent.TradePrinted(
                Example.ETH,
                buys ? Side.BUY : Side.SELL,
                new Price(buys ? bidE8 + TICK_E8 : bidE8),
                size(random),
                timeMs);
    }

    private static Quantity size(SplittableRandom random) {
        return new Quantity(random.nextInt(1, 1_000_000) * 10_000L);
    }
}
