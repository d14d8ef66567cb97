package dev.sparkstacker.indicators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** A series of bars as parallel arrays: recorded ones from the shared market data, or a seeded random walk. */
final class Bars {
    private final long[] openTimesMs;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;

    private Bars(int count) {
        openTimesMs = new long[count];
        highs = new double[count];
        lows = new double[count];
        closes = new double[count];
    }

    private static final Path DATA = Path.of("..", "shared", "data");

    static Bars ethPerpOneMinute() {
        return read("bybit_ethusdt_perp_1m_cobra.csv.gz");
    }

    /** Holds a real crash from 300 to 0.10 and back. */
    static Bars ethSpotFourHours() {
        return read("coinbase_ethusd_4h_2016-2025_ta4j.csv.gz");
    }

    /** A walk on a coarse grid, so that ties, flat bars and flat stretches are frequent. */
    static Bars walk(long seed, int count) {
        Random random = new Random(seed);
        Bars bars = new Bars(count);
        double last = 1000;
        for (int i = 0; i < count; i++) {
            double close = random.nextInt(3) == 0 ? last : last + (random.nextInt(9) - 4) * 0.1;
            bars.openTimesMs[i] = i * 60_000L;
            bars.closes[i] = close;
            bars.highs[i] = Math.max(close, last) + random.nextInt(2) * 0.1;
            bars.lows[i] = Math.min(close, last) - random.nextInt(2) * 0.1;
            last = close;
        }
        return bars;
    }

    int count() {
        return closes.length;
    }

    long openTimeMs(int bar) {
        return openTimesMs[bar];
    }

    double high(int bar) {
        return highs[bar];
    }

    double low(int bar) {
        return lows[bar];
    }

    double close(int bar) {
        return closes[bar];
    }

    private static Bars read(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> "recorded market data is not here: " + path.toAbsolutePath());
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().skip(1).toList();
            Bars bars = new Bars(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                bars.openTimesMs[i] = Long.parseLong(cells[0]);
                bars.highs[i] = Double.parseDouble(cells[2]);
                bars.lows[i] = Double.parseDouble(cells[3]);
                bars.closes[i] = Double.parseDouble(cells[4]);
            }
            return bars;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
