package dev.sparkstacker.telemetry.log;

import ch.qos.logback.classic.LoggerContext;
import dev.sparkstacker.domain.port.Clocks;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The log files, the log that writes them, and what remembers their last lines, opened and closed together. */
public final class Logs implements AutoCloseable {
    private static final int RECENT_ERRORS = 20;

    private final LogFiles files;
    private final EventLog log;
    private final RecentLines recent;
    private final RecentLines errors = new RecentLines(RECENT_ERRORS, Level.ERROR);
    private final LoggerContext libraries;

    private Logs(
            LogOptions options,
            Clocks clocks,
            InstantSource machineClock,
            LongSupplier nanoTime,
            int recentLines,
            LogListener listener) {
        recent = new RecentLines(recentLines, Level.TRACE);
        files = LogFiles.open(options, machineClock);
        List<LogListener> listeners = new ArrayList<>(List.of(recent, errors, listener));
        log = new EventLog(options, files, clocks, machineClock, nanoTime, listeners);
        libraries = LibraryLogs.connect(log, options.minimum().atLeast(Level.INFO) ? options.minimum() : Level.INFO);
    }

    /**
     * Opens every folder and leads the lines of libraries into it, from INFO on.
     *
     * @param recentLines how many lines are remembered for crash dumps
     * @param listener hears of every line
     * @throws java.io.UncheckedIOException if a folder cannot be written
     */
    public static Logs open(
            LogOptions options,
            Clocks clocks,
            InstantSource machineClock,
            LongSupplier nanoTime,
            int recentLines,
            LogListener listener) {
        return new Logs(options, clocks, machineClock, nanoTime, recentLines, listener);
    }

    /** The log. */
    public EventLog log() {
        return log;
    }

    /** The last lines of all levels. */
    public RecentLines recent() {
        return recent;
    }

    /** The last lines of level ERROR and above. */
    public RecentLines errors() {
        return errors;
    }

    /** Lines lost because of the disk since the last call, by folder. */
    public Map<String, Long> takeFailures() {
        return files.takeFailures();
    }

    /** Compresses finished files and deletes old ones; returns what could not be handled. */
    public List<String> tidy() {
        return files.tidy();
    }

    @Override
    public void close() {
        libraries.reset();
        libraries.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(ch.qos.logback.classic.Level.OFF);
        files.close();
    }
}
