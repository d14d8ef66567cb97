package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Recorded bars: {@code timestamp_ms,open,high,low,close,volume}, compressed. */
final class BarFile {
    private static final int COLUMNS = 6;

    private BarFile() {}

    /** @throws IOException if the file cannot be read or a row is not a bar */
    static List<Bar> read(Path file) throws IOException {
        List<Bar> bars = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bars.add(bar(file, line));
            }
        }
        return bars;
    }

    private static Bar bar(Path file, String line) throws IOException {
        String[] fields = line.split(",", -1);
        if (fields.length != COLUMNS) {
            throw new IOException("Not a bar in " + file.getFileName() + ": " + line);
        }
        return new Bar(
                Long.parseLong(fields[0]),
                price(fields[1]),
                price(fields[2]),
                price(fields[3]),
                price(fields[4]),
                new Quantity(e8(fields[5])),
                1);
    }

    private static Price price(String text) {
        return new Price(e8(text));
    }

    private static long e8(String text) {
        return FixedPoint.fromBigDecimal(new BigDecimal(text), RoundingMode.HALF_EVEN);
    }
}
