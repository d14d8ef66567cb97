package dev.sparkstacker.telemetry.log;

/** Hears of every line that was written, for meters, health and people. Called on the writer's thread. */
@FunctionalInterface
public interface LogListener {
    /** A line was written. {@code timestamp} and {@code json} are those in the file. */
    void written(LogEvent event, Level level, Category category, String timestamp, String message, String json);
}
