package dev.sparkstacker.telemetry.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The folders of the log files. A line that cannot be written never reaches its writer as an exception: it is counted,
 * told once on the error stream and reported by {@link #takeFailures}; trading goes on.
 */
public final class LogFiles implements AutoCloseable {
    /** Folder of all lines of level ERROR and above. */
    public static final String ERRORS = "errors";

    /** Folder of trading, risk, security and operator lines. */
    public static final String AUDIT = "audit";

    /** Folder of crash dumps. */
    public static final String CRASH = "crash";

    private final LogOptions options;
    private final InstantSource clock;
    private final Map<String, RollingFile> folders = new LinkedHashMap<>();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    private LogFiles(LogOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /** Opens every folder. @throws UncheckedIOException if one cannot be written; it names the folder and the setting */
    public static LogFiles open(LogOptions options, InstantSource clock) {
        LogFiles files = new LogFiles(options, clock);
        for (Category category : Category.values()) {
            files.open(category.folder(), options.retentionDays());
        }
        files.open(ERRORS, options.longRetentionDays());
        files.open(AUDIT, options.longRetentionDays());
        return files;
    }

    private void open(String folder, int retentionDays) {
        RollingFile file = new RollingFile(options.directory(), folder, options.maxFileBytes(), retentionDays);
        try {
            file.open(today());
        } catch (IOException refused) {
            close();
            throw new UncheckedIOException(
                    "The log folder " + options.directory().resolve(folder) + " cannot be written (" + refused
                            + "). Make it writable or set LOG_DIR to a folder that is.",
                    refused);
        }
        folders.put(folder, file);
    }

    /** Writes a line to its category, to {@code errors} and to {@code audit}, as its level and event ask for. */
    void write(String line, Category category, Level level, boolean audit) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        LocalDate today = today();
        write(category.folder(), bytes, today);
        if (level.atLeast(Level.ERROR)) {
            write(ERRORS, bytes, today);
        }
        if (audit) {
            write(AUDIT, bytes, today);
        }
    }

    private void write(String folder, byte[] line, LocalDate today) {
        RollingFile file = folders.get(folder);
        if (file == null) {
            throw new IllegalArgumentException("No such log folder: " + folder);
        }
        try {
            file.write(line, today);
        } catch (IOException refused) {
            LongAdder count = failures.computeIfAbsent(folder, _ -> new LongAdder());
            if (count.sum() == 0) {
                System.err.println("Log lines cannot be written to "
                        + options.directory().resolve(folder) + ": " + refused + ". They are counted and lost.");
            }
            count.increment();
        }
    }

    /** Lines lost since the last call, by folder. */
    public Map<String, Long> takeFailures() {
        Map<String, Long> taken = new LinkedHashMap<>();
        for (String folder : folders.keySet()) {
            LongAdder count = failures.get(folder);
            long lost = count == null ? 0 : count.sumThenReset();
            if (lost > 0) {
                taken.put(folder, lost);
            }
        }
        return taken;
    }

    /** Compresses finished files and deletes those past their retention; returns what could not be handled. */
    public List<String> tidy() {
        List<String> problems = new ArrayList<>();
        LocalDate today = today();
        folders.forEach((folder, file) -> {
            try {
                file.tidy(today);
            } catch (IOException problem) {
                problems.add(folder + ": " + problem);
            }
        });
        try {
            deleteOldCrashDumps();
        } catch (IOException problem) {
            problems.add(CRASH + ": " + problem);
        }
        return problems;
    }

    private void deleteOldCrashDumps() throws IOException {
        Path folder = options.directory().resolve(CRASH);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(Duration.ofDays(options.longRetentionDays()));
        try (Stream<Path> dumps = Files.list(folder)) {
            for (Path dump : dumps.toList()) {
                FileTime written = Files.getLastModifiedTime(dump);
                if (written.toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(dump);
                }
            }
        }
    }

    @Override
    public void close() {
        folders.forEach((folder, file) -> {
            try {
                file.close();
            } catch (IOException problem) {
                System.err.println("The log file of " + folder + " could not be closed: " + problem);
            }
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
