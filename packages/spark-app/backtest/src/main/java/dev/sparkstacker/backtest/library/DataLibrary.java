package dev.sparkstacker.backtest.library;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of bars by market and interval. */
public final class DataLibrary {
    private final Path root;

    /**
     * A file of the library.
     *
     * @param bytes its size
     */
    public record Entry(Path file, BarFile content, BarCheck check, long bytes) {}

    /**
     * What adding bars did.
     *
     * @param added bars that were not there before
     * @param changed open times of bars that the newer source states otherwise; the newer one counts
     */
    public record Merged(Path file, int added, List<Long> changed) {
        public Merged {
            changed = List.copyOf(changed);
        }
    }

    public DataLibrary(Path root) {
        this.root = root;
    }

    /** Where the bars of a market and interval are kept. */
    public Path file(MarketId market, Interval interval) {
        return folder(market).resolve(interval.code() + BarFile.EXTENSION);
    }

    /** Where everything about a market is kept. */
    public Path folder(MarketId market) {
        return root.resolve(market.coin());
    }

    /**
     * Adds bars to what is there.
     *
     * @param source where the newer ones come from, for people
     * @throws IOException if the disk refuses; what was there is then as it was
     */
    public Merged add(MarketId market, Interval interval, String source, BarColumns newer) throws IOException {
        Path file = file(market, interval);
        Files.createDirectories(folder(market));
        if (!Files.exists(file)) {
            new BarFile(market, interval, source, newer).write(file);
            return new Merged(file, newer.size(), List.of());
        }
        BarFile before = BarFile.read(file);
        Union union = Union.of(before.bars(), newer);
        String sources = before.source().contains(source) ? before.source() : before.source() + "; " + source;
        new BarFile(market, interval, sources, union.bars()).write(file);
        return new Merged(file, union.added(), union.changed());
    }

    /** Both together, by time; where both have a bar, the newer source's. */
    private record Union(BarColumns bars, int added, List<Long> changed) {
        static Union of(BarColumns older, BarColumns newer) {
            BarColumns.Builder both = new BarColumns.Builder();
            List<Long> changed = new ArrayList<>();
            int added = 0;
            int old = 0;
            for (int i = 0; i < newer.size(); i++) {
                long time = newer.openTimeMs(i);
                while (old < older.size() && older.openTimeMs(old) < time) {
                    both.add(older.bar(old++));
                }
                if (old < older.size() && older.openTimeMs(old) == time) {
                    if (!older.bar(old).equals(newer.bar(i))) {
                        changed.add(time);
                    }
                    old++;
                } else {
                    added++;
                }
                both.add(newer.bar(i));
            }
            while (old < older.size()) {
                both.add(older.bar(old++));
            }
            return new Union(both.build(), added, changed);
        }
    }

    /** Everything in it, by market and interval. @throws IOException if a folder cannot be read */
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return entries;
        }
        for (Path folder : sorted(root, "*")) {
            if (Files.isDirectory(folder)) {
                for (Path file : sorted(folder, "*" + BarFile.EXTENSION)) {
                    BarFile content = BarFile.read(file);
                    entries.add(new Entry(
                            file, content, BarCheck.of(content.bars(), content.interval()), Files.size(file)));
                }
            }
        }
        return entries;
    }

    private static List<Path> sorted(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
