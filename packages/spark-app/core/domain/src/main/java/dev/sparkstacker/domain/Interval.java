package dev.sparkstacker.domain;

import java.util.Optional;

/** A candle interval the venue offers. */
public enum Interval {
    M1("1m", 60_000L),
    M3("3m", 180_000L),
    M5("5m", 300_000L),
    M15("15m", 900_000L),
    M30("30m", 1_800_000L),
    H1("1h", 3_600_000L),
    H2("2h", 7_200_000L),
    H4("4h", 14_400_000L),
    H8("8h", 28_800_000L),
    H12("12h", 43_200_000L),
    D1("1d", 86_400_000L);

    private final String code;
    private final long millis;

    Interval(String code, long millis) {
        this.code = code;
        this.millis = millis;
    }

    /** The venue's spelling, {@code 1m}. */
    public String code() {
        return code;
    }

    /** Length in milliseconds. */
    public long millis() {
        return millis;
    }

    /** Open time of the bar that holds the given instant; bars are aligned to the UTC epoch. */
    public long openTimeMs(long timeMs) {
        return timeMs - Math.floorMod(timeMs, millis);
    }

    /** Finds an interval by the venue's spelling. */
    public static Optional<Interval> byCode(String code) {
        for (Interval interval : values()) {
            if (interval.code.equals(code)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }
}
