package dev.sparkstacker.backtest.library;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be known of bars before they are trusted.
 *
 * <p>An outlier is a bar whose range or step is more than {@value #OUTLIER_MULTIPLE} times the median range: real crashes
 * are among them, and so are wrong prints; a person decides which.
 *
 * @param gaps stretches without bars
 * @param missing bars in all gaps
 * @param outliers indices of bars that stand out
 */
public record BarCheck(List<Gap> gaps, long missing, List<Integer> outliers) {
    /** How far a bar must stand out. */
    public static final int OUTLIER_MULTIPLE = 50;

    /**
     * A stretch without bars.
     *
     * @param afterMs open time of the bar before it
     * @param untilMs open time of the bar behind it
     */
    public record Gap(long afterMs, long untilMs, long bars) {}

    public BarCheck {
        gaps = List.copyOf(gaps);
        outliers = List.copyOf(outliers);
    }

    /** Checks bars that are in order and on the grid of their interval. */
    public static BarCheck of(BarColumns bars, Interval interval) {
        List<Gap> gaps = new ArrayList<>();
        long missing = 0;
        for (int i = 1; i < bars.size(); i++) {
            long absent = (bars.openTimeMs(i) - bars.openTimeMs(i - 1)) / interval.millis() - 1;
            if (absent > 0) {
                gaps.add(new Gap(bars.openTimeMs(i - 1), bars.openTimeMs(i), absent));
                missing += absent;
            }
        }
        return new BarCheck(gaps, missing, outliers(bars));
    }

    private static List<Integer> outliers(BarColumns bars) {
        double[] ranges = new double[bars.size()];
        Arrays.setAll(ranges, i -> (double) (bars.highE8(i) - bars.lowE8(i)) / bars.closeE8(i));
        double[] sorted = ranges.clone();
        Arrays.sort(sorted);
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        List<Integer> found = new ArrayList<>();
        for (int i = 0; median > 0 && i < ranges.length; i++) {
            double step = i == 0 ? 0 : Math.abs((double) (bars.openE8(i) - bars.closeE8(i - 1))) / bars.closeE8(i - 1);
            if (Math.max(step, ranges[i]) > OUTLIER_MULTIPLE * median) {
                found.add(i);
            }
        }
        return found;
    }
}
