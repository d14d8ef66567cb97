package dev.sparkstacker.telemetry.log;

import dev.sparkstacker.domain.port.Clocks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes catalogued events, one JSON object a line. Safe for use by any thread; a call costs about a write to the
 * operating system's cache and never throws because of the disk.
 */
public final class EventLog {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final LogOptions options;
    private final LogFiles files;
    private final Clocks clocks;
    private final InstantSource machineClock;
    private final LongSupplier nanoTime;
    private final List<LogListener> listeners;
    private final Sampler sampler = new Sampler();

    /**
     * Makes a log.
     *
     * @param clocks tells venue time for lines that do not bring their own
     * @param machineClock tells the lines' timestamps, finer than milliseconds
     * @param nanoTime a clock that never goes back, for sampling
     */
    public EventLog(
            LogOptions options,
            LogFiles files,
            Clocks clocks,
            InstantSource machineClock,
            LongSupplier nanoTime,
            List<LogListener> listeners) {
        this.options = options;
        this.files = files;
        this.clocks = clocks;
        this.machineClock = machineClock;
        this.nanoTime = nanoTime;
        this.listeners = List.copyOf(listeners);
    }

    /** Whether a line of the event can be written at all; spares building fields for one that cannot. */
    public boolean writes(LogEvent event) {
        return event.level().atLeast(options.minimum());
    }

    /** Writes an event at its catalogued level. */
    public void event(LogEvent event, LogContext context, String message, Field... fields) {
        write(event, event.level(), context, message, null, fields);
    }

    /** Writes an event at a level of its own. */
    public void event(LogEvent event, Level level, LogContext context, String message, Field... fields) {
        write(event, level, context, message, null, fields);
    }

    /** Writes an event with the error behind it. */
    public void failure(LogEvent event, LogContext context, String message, Throwable error, Field... fields) {
        write(event, event.level(), context, message, error, fields);
    }

    /** Writes a library's line. */
    void library(Level level, String logger, String thread, String message, @Nullable Throwable error) {
        if (level.atLeast(options.minimum()) && sampler.admitsLibrary(logger, nanoTime.getAsLong())) {
            String component = logger.substring(logger.lastIndexOf('.') + 1);
            encode(
                    LogEvent.LIBRARY_LOG,
                    level,
                    LogContext.of(component),
                    message,
                    error,
                    Field.field("logger", logger),
                    Field.field("thread", thread));
        }
    }

    /** Lines left out by sampling since the last call, by event. */
    public Map<String, Long> takeSuppressed() {
        return sampler.takeSuppressed();
    }

    private void write(
            LogEvent event,
            Level level,
            LogContext context,
            String message,
            @Nullable Throwable error,
            Field... fields) {
        if (level.atLeast(options.minimum()) && sampler.admits(event, nanoTime.getAsLong())) {
            encode(event, level, context, message, error, fields);
        }
    }

    private void encode(
            LogEvent event,
            Level level,
            LogContext context,
            String message,
            @Nullable Throwable error,
            Field... fields) {
        if (level.atLeast(Level.ERROR)) {
            sampler.errorSeen(nanoTime.getAsLong());
        }
        String timestamp = MICROS.format(machineClock.instant());
        Json json = new Json()
                .open()
                .field("timestamp", timestamp)
                .field("venue_time", venueTime(context))
                .field("level", level)
                .field("service", options.service())
                .field("environment", options.environment())
                .field("mode", options.mode())
                .field("category", event.category().folder())
                .field("component", context.component())
                .field("event", event.eventName())
                .field("message", message)
                .known("correlation_id", context.correlationId())
                .known("trace_id", context.traceId())
                .known("strategy", context.strategy())
                .known("market", context.market())
                .known("duration_ms", milliseconds(context))
                .open("data");
        for (Field field : fields) {
            json.known(field.name(), field.value());
        }
        json.close();
        if (error != null) {
            json.open("error")
                    .field("name", error.getClass().getName())
                    .known("message", error.getMessage())
                    .field("stack", stack(error))
                    .close();
        }
        String line = json.close().text();
        files.write(line, event.category(), level, event.audit());
        for (LogListener listener : listeners) {
            listener.written(event, level, event.category(), timestamp, message, line);
        }
    }

    private @Nullable String venueTime(LogContext context) {
        Long told = context.venueTimeMs();
        long venueTimeMs = told == null ? clocks.venueTimeMs() : told;
        return venueTimeMs <= 0 ? null : MILLIS.format(Instant.ofEpochMilli(venueTimeMs));
    }

    /** Durations are the one decimal that is a JSON number: readers compute with them. */
    private static @Nullable Object milliseconds(LogContext context) {
        Double duration = context.durationMs();
        return duration == null ? null : new Json.Raw(Json.decimal(Math.round(duration * 1000) / 1000.0));
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
