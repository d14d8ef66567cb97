package dev.sparkstacker.telemetry.health;

import org.jspecify.annotations.Nullable;

/**
 * What health tells of the venue's connections; times are machine milliseconds since the UTC epoch.
 *
 * @param websocketConnected whether every known connection is up, and there is one
 * @param lastMessageMs when the last frame came, or null before the first
 * @param lastCallMs when the last request ended, or null before the first
 * @param lastError what went wrong with the last failed request, or null
 */
public record ConnectionFigures(
        boolean websocketConnected,
        @Nullable Long lastMessageMs,
        @Nullable Long lastCallMs,
        @Nullable String lastError) {}
