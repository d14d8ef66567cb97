package dev.sparkstacker.strategies;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Bars for tests: drawn, walked at random, or recorded. */
public final class TestBars {
    public static final long MINUTE_MS = 60_000;

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final long TICK_E8 = 1_000_000;

    private TestBars() {}

    /** A bar of one close and a range around it. */
    public static Bar bar(int minute, double close, double halfRange) {
        return bar(minute, close + halfRange, close - halfRange, close, 1);
    }

    public static Bar bar(int minute, double high, double low, double close, double volume) {
        return new Bar(minute * MINUTE_MS, price(close), price(high), price(low), price(close), quantity(volume), 1);
    }

    /** A random walk with trends and quiet stretches, which makes every strategy trade. */
    public static List<Bar> walk(long seed, int count) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        long closeE8 = 200_000_000_000L;
        long drift = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(40) == 0) {
                drift = (random.nextInt(5) - 2) * 30L;
            }
            long openE8 = closeE8;
            closeE8 = Math.max(TICK_E8 * 1000, closeE8 + (drift + random.nextInt(401) - 200) * TICK_E8);
            long highE8 = Math.max(openE8, closeE8) + random.nextInt(80) * TICK_E8;
            long lowE8 = Math.min(openE8, closeE8) - random.nextInt(80) * TICK_E8;
            bars.add(new Bar(
                    i * MINUTE_MS,
                    new Price(openE8),
                    new Price(highE8),
                    new Price(lowE8),
                    new Price(closeE8),
                    quantity(1 + random.nextInt(50)),
                    1));
        }
        return bars;
    }

    /** A recorded file of one-minute bars; the test skips where the recordings are not beside the product. */
    public static List<Bar> recorded(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> "recorded market data is not here: " + path.toAbsolutePath());
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(TestBars::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static Bar parse(String line) {
        String[] cells = line.split(",", -1);
        return new Bar(
                Long.parseLong(cells[0]),
                Price.of(cells[1]),
                Price.of(cells[2]),
                Price.of(cells[3]),
                Price.of(cells[4]),
                new Quantity(FixedPoint.fromBigDecimal(new BigDecimal(cells[5]), RoundingMode.HALF_EVEN)),
                1);
    }

    /** Bars of several minutes each; minutes without a bar are left out of their group. */
    public static List<Bar> grouped(List<Bar> minutes, int size) {
        List<Bar> grouped = new ArrayList<>();
        long span = size * MINUTE_MS;
        for (int from = 0; from < minutes.size(); ) {
            long open = Math.floorDiv(minutes.get(from).openTimeMs(), span) * span;
            int to = from;
            long high = Long.MIN_VALUE;
            long low = Long.MAX_VALUE;
            long volume = 0;
            while (to < minutes.size() && minutes.get(to).openTimeMs() < open + span) {
                Bar bar = minutes.get(to);
                high = Math.max(high, bar.high().e8());
                low = Math.min(low, bar.low().e8());
                volume += bar.volume().e8();
                to++;
            }
            grouped.add(new Bar(
                    open,
                    minutes.get(from).open(),
                    new Price(high),
                    new Price(low),
                    minutes.get(to - 1).close(),
                    new Quantity(volume),
                    to - from));
            from = to;
        }
        return grouped;
    }

    private static Price price(double value) {
        return new Price(e8(value));
    }

    private static Quantity quantity(double value) {
        return new Quantity(e8(value));
    }

    private static long e8(double value) {
        return FixedPoint.fromBigDecimal(BigDecimal.valueOf(value), RoundingMode.HALF_EVEN);
    }
}
