package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.stats.EquityCurve;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Returns by UTC month: the month's last equity over the last one before it, less one. The first and last month may be parts. */
final class MonthlyReturns {
    private final Map<YearMonth, Double> byMonth = new TreeMap<>();
    private final Map<Integer, Double> byYear = new TreeMap<>();

    MonthlyReturns(EquityCurve curve) {
        double before = curve.first();
        double beforeYear = curve.first();
        for (int i = 0; i < curve.size(); i++) {
            YearMonth month = monthOf(curve.timeMs(i));
            boolean monthEnds =
                    i + 1 == curve.size() || !monthOf(curve.timeMs(i + 1)).equals(month);
            if (monthEnds) {
                byMonth.put(month, change(before, curve.equityUsd(i)));
                before = curve.equityUsd(i);
            }
            boolean yearEnds =
                    i + 1 == curve.size() || monthOf(curve.timeMs(i + 1)).getYear() != month.getYear();
            if (yearEnds) {
                byYear.put(month.getYear(), change(beforeYear, curve.equityUsd(i)));
                beforeYear = curve.equityUsd(i);
            }
        }
    }

    private static double change(double from, double to) {
        return from <= 0 ? Double.NaN : to / from - 1;
    }

    private static YearMonth monthOf(long timeMs) {
        return YearMonth.from(Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC));
    }

    /** As fractions; NaN where nothing was left to gain on. */
    Map<YearMonth, Double> months() {
        return byMonth;
    }

    /** As fractions, by year. */
    Map<Integer, Double> years() {
        return byYear;
    }
}
