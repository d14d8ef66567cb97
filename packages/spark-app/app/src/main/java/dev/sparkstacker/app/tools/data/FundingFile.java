package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.wire.info.FundingRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A market's settled funding rates, {@code timestamp_ms,funding_rate}, as a backtest reads them. */
final class FundingFile {
    private static final String HEADER = "timestamp_ms,funding_rate";

    private final Path file;

    FundingFile(Path file) {
        this.file = file;
    }

    /** Time after the last rate that is kept, or zero. @throws IOException if the file cannot be read */
    long nextMs() throws IOException {
        SortedMap<Long, BigDecimal> kept = read();
        return kept.isEmpty() ? 0 : kept.lastKey() + 1;
    }

    /** Adds rates. Returns how many there are now. @throws IOException if the disk refuses; the file is then as it was */
    int add(List<FundingRate> rates) throws IOException {
        SortedMap<Long, BigDecimal> all = read();
        rates.forEach(rate -> all.put(rate.time(), rate.fundingRate()));
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        all.forEach((time, rate) ->
                text.append(time).append(',').append(rate.toPlainString()).append('\n'));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return all.size();
    }

    private SortedMap<Long, BigDecimal> read() throws IOException {
        SortedMap<Long, BigDecimal> rates = new TreeMap<>();
        if (!Files.exists(file)) {
            return rates;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            try {
                rates.put(Long.parseLong(fields[0]), new BigDecimal(fields[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(file + ":" + (i + 1) + ": no time and rate: " + lines.get(i), e);
            }
        }
        return rates;
    }
}
