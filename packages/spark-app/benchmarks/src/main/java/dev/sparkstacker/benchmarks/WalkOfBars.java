package dev.sparkstacker.benchmarks;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.Interval;
import java.util.SplittableRandom;

/**
 * One-minute bars of any number: a seeded walk of 50,000 around 2,500 USD, repeated forwards and backwards, so that no
 * price jumps where one ends and the next begins.
 */
final class WalkOfBars {
    private static final int WALK = 50_000;
    private static final long SEED = 20_250_601;
    private static final long START_MS = 1_748_736_000_000L;
    private static final long CENT = 1_000_000;
    private static final long MIDDLE = 250_000;
    private static final long LEAST = 100_000;
    private static final int STEPS = 4;
    private static final int STEP = 120;
    private static final long VOLUME = 1_200_000_000L;

    private WalkOfBars() {}

    static MarketData.Bars of(int count) {
        BarColumns once = walk();
        BarColumns.Builder bars = new BarColumns.Builder();
        for (int i = 0; i < count; i++) {
            int at = i % WALK;
            boolean backwards = i / WALK % 2 == 1;
            int from = backwards ? WALK - 1 - at : at;
            bars.add(
                    START_MS + i * Interval.M1.millis(),
                    backwards ? once.closeE8(from) : once.openE8(from),
                    once.highE8(from),
                    once.lowE8(from),
                    backwards ? once.openE8(from) : once.closeE8(from),
                    VOLUME);
        }
        BarColumns columns = bars.build();
        DataFile file = new DataFile(
                "seeded walk", "1m bars", "seed " + SEED, count, START_MS, columns.openTimeMs(count - 1), 0);
        return new MarketData.Bars(file, Interval.M1, columns, 1);
    }

    private static BarColumns walk() {
        SplittableRandom random = new SplittableRandom(SEED);
        BarColumns.Builder bars = new BarColumns.Builder();
        long price = MIDDLE;
        for (int i = 0; i < WALK; i++) {
            long open = price;
            long high = open;
            long low = open;
            for (int step = 0; step < STEPS; step++) {
                price = Math.max(LEAST, price + random.nextInt(-STEP, STEP + 1));
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            bars.add(i, open * CENT, high * CENT, low * CENT, price * CENT, VOLUME);
        }
        return bars.build();
    }
}
