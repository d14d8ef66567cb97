package dev.sparkstacker.telemetry.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads what libraries write through SLF4J into the event log, category {@code app}. */
final class LibraryLogs extends AppenderBase<ILoggingEvent> {
    private final EventLog log;

    LibraryLogs(EventLog log) {
        this.log = log;
        setName("event-log");
    }

    /** Replaces whatever Logback was set up with. Libraries write from {@code least} on. */
    static LoggerContext connect(EventLog log, Level least) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("SLF4J is not bound to Logback but to "
                    + LoggerFactory.getILoggerFactory().getClass().getName()
                    + "; remove the other binding from the class path");
        }
        context.reset();
        LibraryLogs appender = new LibraryLogs(log);
        appender.setContext(context);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(logbackLevel(least));
        root.addAppender(appender);
        return context;
    }

    @Override
    protected void append(ILoggingEvent event) {
        log.library(
                level(event.getLevel()),
                event.getLoggerName(),
                event.getThreadName(),
                event.getFormattedMessage(),
                throwable(event.getThrowableProxy()));
    }

    private static @Nullable Throwable throwable(@Nullable IThrowableProxy proxy) {
        return proxy instanceof ThrowableProxy direct ? direct.getThrowable() : null;
    }

    private static Level level(ch.qos.logback.classic.Level level) {
        return switch (level.toInt()) {
            case ch.qos.logback.classic.Level.ERROR_INT -> Level.ERROR;
            case ch.qos.logback.classic.Level.WARN_INT -> Level.WARNING;
            case ch.qos.logback.classic.Level.INFO_INT -> Level.INFO;
            case ch.qos.logback.classic.Level.DEBUG_INT -> Level.DEBUG;
            default -> Level.TRACE;
        };
    }

    private static ch.qos.logback.classic.Level logbackLevel(Level level) {
        return switch (level) {
            case TRACE -> ch.qos.logback.classic.Level.TRACE;
            case DEBUG -> ch.qos.logback.classic.Level.DEBUG;
            case INFO -> ch.qos.logback.classic.Level.INFO;
            case WARNING -> ch.qos.logback.classic.Level.WARN;
            case ERROR, CRITICAL -> ch.qos.logback.classic.Level.ERROR;
        };
    }
}
