package dev.sparkstacker.telemetry.crash;

import java.util.List;

/**
 * What the application knows of trading at a moment, in words.
 *
 * @param engineSequence the last event the engine took
 * @param positions open positions, one a line
 * @param orders working orders, one a line
 */
public record CrashState(long engineSequence, List<String> positions, List<String> orders) {}
