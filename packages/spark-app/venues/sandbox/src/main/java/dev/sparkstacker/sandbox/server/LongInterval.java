package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candle intervals longer than the product trades on, put together from days. */
enum LongInterval {
    D3("3d"),
    /** Weeks begin on Monday. */
    W1("1w"),
    /** Calendar months in UTC. */
    MONTH("1M");

    private static final long DAY_MS = 86_400_000L;
    /** The first Monday after the epoch, which was a Thursday. */
    private static final long MONDAY_MS = 4 * DAY_MS;

    private final String code;

    LongInterval(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<LongInterval> byCode(String code) {
        for (LongInterval interval : values()) {
            if (interval.code.equals(code)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    long openTimeMs(long timeMs) {
        return switch (this) {
            case D3 -> timeMs - Math.floorMod(timeMs, 3 * DAY_MS);
            case W1 -> timeMs - Math.floorMod(timeMs - MONDAY_MS, 7 * DAY_MS);
            case MONTH -> startOf(month(timeMs));
        };
    }

    /** Last millisecond of the bar that opens at a time. */
    long closeTimeMs(long openTimeMs) {
        return switch (this) {
            case D3 -> openTimeMs + 3 * DAY_MS - 1;
            case W1 -> openTimeMs + 7 * DAY_MS - 1;
            case MONTH -> startOf(month(openTimeMs).plusMonths(1)) - 1;
        };
    }

    private static YearMonth month(long timeMs) {
        return YearMonth.from(Instant.ofEpochMilli(timeMs).atZone(ZoneOffset.UTC));
    }

    private static long startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Puts days together, oldest first. */
    List<Bar> aggregate(List<Bar> days) {
        List<Bar> bars = new ArrayList<>();
        for (Bar day : days) {
            long open = openTimeMs(day.openTimeMs());
            if (!bars.isEmpty() && bars.getLast().openTimeMs() == open) {
                bars.set(bars.size() - 1, merge(bars.getLast(), day));
            } else {
                bars.add(new Bar(open, day.open(), day.high(), day.low(), day.close(), day.volume(), day.trades()));
            }
        }
        return bars;
    }

    private static Bar merge(Bar bar, Bar day) {
        Price high = bar.high().compareTo(day.high()) >= 0 ? bar.high() : day.high();
        Price low = bar.low().compareTo(day.low()) <= 0 ? bar.low() : day.low();
        return new Bar(
                bar.openTimeMs(),
                bar.open(),
                high,
                low,
                day.close(),
                bar.volume().plus(day.volume()),
                bar.trades() + day.trades());
    }
}
