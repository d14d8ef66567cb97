package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.output.Severity;

/** Something a person should know of the run. */
public record Incident(long timeMs, Severity severity, String code, String message) {}
