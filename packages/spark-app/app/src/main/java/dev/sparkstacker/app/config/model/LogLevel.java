package dev.sparkstacker.app.config.model;

/** The least level that is logged. */
public enum LogLevel implements Word {
    TRACE,
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    @Override
    public String word() {
        return name();
    }
}
