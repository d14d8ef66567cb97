package dev.sparkstacker.backtest.data;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The steps between bars: they must rise, be those of one interval, and lie on its grid; minutes may be missing. */
final class BarSteps {
    private final Path file;
    private final long firstLine;
    private final Map<Long, Integer> counts = new TreeMap<>();
    private long lastMs = Long.MIN_VALUE;
    private long commonStepMs;
    private int commonCount;

    BarSteps(Path file, long firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /** Takes the next row's time. @throws DataException if it does not rise */
    void take(CsvReader csv, int field, long timeMs) {
        if (lastMs != Long.MIN_VALUE) {
            long step = timeMs - lastMs;
            if (step == 0) {
                throw csv.wrong(
                        field,
                        "this bar opens at the same time as the one before: " + csv.text(field)
                                + "; remove one of them");
            }
            if (step < 0) {
                throw csv.wrong(
                        field,
                        "not sorted: " + csv.text(field)
                                + " is earlier than the row before; sort the rows by time, oldest first");
            }
            count(step);
        }
        lastMs = timeMs;
    }

    private void count(long step) {
        if (step == commonStepMs) {
            commonCount++;
            return;
        }
        counts.merge(commonStepMs, commonCount, Integer::sum);
        commonStepMs = step;
        commonCount = 1;
    }

    /** The length of the bars: the commonest step. @throws DataException naming the first row that does not fit */
    Interval interval(BarColumns bars) {
        if (bars.size() < 2) {
            throw new DataException(file, firstLine, "there is one bar only; at least two are needed");
        }
        counts.merge(commonStepMs, commonCount, Integer::sum);
        counts.remove(0L);
        long common = counts.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Long, Integer> entry) -> entry.getValue())
                        .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        Interval interval = Arrays.stream(Interval.values())
                .filter(candidate -> candidate.millis() == common)
                .findFirst()
                .orElseThrow(() -> new DataException(
                        file,
                        firstLine + 1,
                        "rows are " + common + " ms apart, which is the length of no bar; known are "
                                + Arrays.stream(Interval.values())
                                        .map(Interval::code)
                                        .collect(Collectors.joining(", "))));
        for (int i = 0; i < bars.size(); i++) {
            if (Math.floorMod(bars.openTimeMs(i), interval.millis()) != 0) {
                throw new DataException(
                        file,
                        firstLine + i,
                        1,
                        "wrong interval: " + bars.openTimeMs(i) + " is not on the grid of " + interval.code()
                                + " bars, which most rows of this file are");
            }
        }
        return interval;
    }

    /** Places where bars are missing. */
    int gaps(BarColumns bars, Interval interval) {
        int gaps = 0;
        for (int i = 1; i < bars.size(); i++) {
            if (bars.openTimeMs(i) - bars.openTimeMs(i - 1) != interval.millis()) {
                gaps++;
            }
        }
        return gaps;
    }
}
