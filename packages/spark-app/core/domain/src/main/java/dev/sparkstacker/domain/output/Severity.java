package dev.sparkstacker.domain.output;

/** How much an incident matters. */
public enum Severity {
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
