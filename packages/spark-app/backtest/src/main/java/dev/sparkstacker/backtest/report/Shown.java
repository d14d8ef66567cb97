package dev.sparkstacker.backtest.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A value and how people read it.
 *
 * @param value in full, as the result holds it; empty where it cannot be computed
 * @param text rounded, with its unit
 */
record Shown(String value, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Shown NOTHING = new Shown("", "–");

    /** Where it could be computed, but from something that nobody told. */
    static Shown notKnown() {
        return new Shown("", "n/a");
    }

    static Shown number(double value) {
        return new Shown(Double.toString(value), String.format(Locale.ROOT, "%,.2f", value));
    }

    static Shown number(OptionalDouble value) {
        return value.isEmpty() ? NOTHING : number(value.getAsDouble());
    }

    static Shown count(long value) {
        return new Shown(Long.toString(value), String.format(Locale.ROOT, "%,d", value));
    }

    static Shown usd(double value) {
        return new Shown(Double.toString(value), String.format(Locale.ROOT, "%,.2f USD", value));
    }

    static Shown usd(OptionalDouble value) {
        return value.isEmpty() ? NOTHING : usd(value.getAsDouble());
    }

    /** Of a fraction. */
    static Shown percent(double fraction) {
        return new Shown(Double.toString(fraction), String.format(Locale.ROOT, "%,.2f %%", 100 * fraction));
    }

    static Shown percent(OptionalDouble fraction) {
        return fraction.isEmpty() ? NOTHING : percent(fraction.getAsDouble());
    }

    /** Of milliseconds. */
    static Shown duration(long millis) {
        Duration length = Duration.ofMillis(millis);
        String text = length.toDays() > 0
                ? length.toDays() + " d " + length.toHoursPart() + " h"
                : length.toHours() > 0
                        ? length.toHours() + " h " + length.toMinutesPart() + " min"
                        : length.toMinutes() + " min " + length.toSecondsPart() + " s";
        return new Shown(Long.toString(millis), text);
    }

    static Shown duration(OptionalDouble millis) {
        return millis.isEmpty() ? NOTHING : duration(Math.round(millis.getAsDouble()));
    }

    /** In UTC. */
    static String time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).format(TIME);
    }
}
