package dev.sparkstacker.app.config.model;

/** What kind of installation this is; a field of every log line. */
public enum Environment {
    DEVELOPMENT,
    PRODUCTION,
    TEST
}
