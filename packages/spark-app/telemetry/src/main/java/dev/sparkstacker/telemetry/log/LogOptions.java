package dev.sparkstacker.telemetry.log;

import java.nio.file.Path;

/**
 * How logs are kept.
 *
 * @param directory the folder of all log folders
 * @param service name of the service, on every line
 * @param environment production, development or test, on every line
 * @param mode backtest, paper or live, on every line
 * @param minimum lines below this level are not written
 * @param maxFileBytes a file is closed before it grows beyond this
 * @param retentionDays how long files are kept, in days
 * @param longRetentionDays how long errors, audit and crash dumps are kept, in days
 */
public record LogOptions(
        Path directory,
        String service,
        String environment,
        String mode,
        Level minimum,
        long maxFileBytes,
        int retentionDays,
        int longRetentionDays) {
    /** The defaults: level INFO, 100 MB a file, 7 days, 30 for errors, audit and crash dumps. */
    public static LogOptions defaults(Path directory, String environment, String mode) {
        return new LogOptions(directory, "spark-stacker", environment, mode, Level.INFO, 100_000_000L, 7, 30);
    }

    /** The same with another least level. */
    public LogOptions withMinimum(Level level) {
        return new LogOptions(
                directory, service, environment, mode, level, maxFileBytes, retentionDays, longRetentionDays);
    }

    /** The same with another largest file. */
    public LogOptions withMaxFileBytes(long bytes) {
        return new LogOptions(directory, service, environment, mode, minimum, bytes, retentionDays, longRetentionDays);
    }
}
