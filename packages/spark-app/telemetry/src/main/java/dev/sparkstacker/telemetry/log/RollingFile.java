package dev.sparkstacker.telemetry.log;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One folder of JSON lines: {@code <name>/<name>-YYYY-MM-DD.n.jsonl}. Each line is one write to the operating system,
 * so that {@code kill -9} loses none; a new file begins each day (UTC) and before a file would grow too large; files
 * that are done are compressed by {@link #tidy}, also those an earlier process left behind.
 *
 * <pre>
 *  trading-2026-01-01.0.jsonl.gz   done
 *  trading-2026-01-02.0.jsonl.gz   done, was full
 *  trading-2026-01-02.1.jsonl      written now; a restart on the same day goes on with it
 * </pre>
 */
final class RollingFile implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final long maxBytes;
    private final int retentionDays;
    private final Pattern filePattern;

    private @Nullable OutputStream out;
    private @Nullable Path current;
    private @Nullable LocalDate day;
    private long size;

    RollingFile(Path logs, String name, long maxBytes, int retentionDays) {
        this.folder = logs.resolve(name);
        this.name = name;
        this.maxBytes = maxBytes;
        this.retentionDays = retentionDays;
        this.filePattern = Pattern.compile(Pattern.quote(name) + "-(\\d{4}-\\d{2}-\\d{2})\\.(\\d+)\\.jsonl(\\.gz)?");
    }

    /** Makes the folder and proves that it can be written. @throws IOException if it cannot */
    void open(LocalDate today) throws IOException {
        Files.createDirectories(folder);
        roll(today);
    }

    /** Writes one line, its line end included. @throws IOException if the disk refuses */
    synchronized void write(byte[] line, LocalDate today) throws IOException {
        if (out == null || !today.equals(day) || (size > 0 && size + line.length > maxBytes)) {
            roll(today);
        }
        OutputStream target = out;
        if (target == null) {
            throw new IOException("No log file is open in " + folder);
        }
        target.write(line);
        size += line.length;
    }

    private synchronized void roll(LocalDate today) throws IOException {
        boolean full = today.equals(day) && size > 0;
        close();
        int index = newestIndex(today);
        Path file = path(today, Math.max(index, 0));
        if (full || (index >= 0 && (!Files.exists(file) || Files.size(file) >= maxBytes))) {
            file = path(today, index + 1);
        }
        out = new FileOutputStream(file.toFile(), true);
        size = Files.size(file);
        current = file;
        day = today;
    }

    /** Compresses what is done and deletes what is too old. @throws IOException if a file cannot be handled */
    void tidy(LocalDate today) throws IOException {
        for (Path file : files()) {
            Matcher match = filePattern.matcher(file.getFileName().toString());
            if (!match.matches() || file.equals(current())) {
                continue;
            }
            LocalDate fileDay = LocalDate.parse(match.group(1));
            if (fileDay.isBefore(today.minusDays(retentionDays))) {
                Files.deleteIfExists(file);
            } else if (match.group(3) == null) {
                compress(file);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        OutputStream open = out;
        out = null;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    private synchronized @Nullable Path current() {
        return current;
    }

    private int newestIndex(LocalDate today) throws IOException {
        int newest = -1;
        for (Path file : files()) {
            Matcher match = filePattern.matcher(file.getFileName().toString());
            if (match.matches() && match.group(1).equals(today.toString())) {
                newest = Math.max(newest, Integer.parseInt(match.group(2)));
            }
        }
        return newest;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return new ArrayList<>(found.sorted().toList());
        }
    }

    private Path path(LocalDate date, int index) {
        return folder.resolve(name + "-" + date + "." + index + ".jsonl");
    }

    private static void compress(Path file) throws IOException {
        Path target = file.resolveSibling(file.getFileName() + ".gz");
        Path partial = file.resolveSibling(file.getFileName() + ".gz.part");
        try (OutputStream zip = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
            Files.copy(file, zip);
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(file);
    }
}
