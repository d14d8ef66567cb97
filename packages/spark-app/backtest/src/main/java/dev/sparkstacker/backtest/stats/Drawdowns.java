package dev.sparkstacker.backtest.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Every fall of a curve below its peak, oldest first. */
public record Drawdowns(List<Drawdown> all) {
    public Drawdowns {
        all = List.copyOf(all);
    }

    /** Finds them; the last may not have recovered. */
    public static Drawdowns of(EquityCurve curve) {
        List<Drawdown> found = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < curve.size(); i++) {
            if (curve.equityUsd(i) >= curve.equityUsd(peak)) {
                if (trough != peak) {
                    found.add(drawdown(curve, peak, trough, i, true));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || curve.equityUsd(i) < curve.equityUsd(trough)) {
                trough = i;
            }
        }
        if (trough != peak) {
            found.add(drawdown(curve, peak, trough, curve.size() - 1, false));
        }
        return new Drawdowns(found);
    }

    private static Drawdown drawdown(EquityCurve curve, int peak, int trough, int end, boolean recovered) {
        double top = curve.equityUsd(peak);
        double lost = top - curve.equityUsd(trough);
        return new Drawdown(
                curve.timeMs(peak),
                curve.timeMs(trough),
                recovered ? OptionalLong.of(curve.timeMs(end)) : OptionalLong.empty(),
                top <= 0 ? 0 : lost / top,
                lost,
                curve.timeMs(end) - curve.timeMs(peak));
    }

    /** The deepest, as a fraction of its peak; 0 where equity never fell. */
    public double deepest() {
        return all.stream().mapToDouble(Drawdown::depth).max().orElse(0);
    }

    /** The deepest in money, which need not be the same fall. */
    public double deepestUsd() {
        return all.stream().mapToDouble(Drawdown::depthUsd).max().orElse(0);
    }

    /** The longest time below a peak. */
    public long longestMs() {
        return all.stream().mapToLong(Drawdown::lengthMs).max().orElse(0);
    }

    /** The deepest few, deepest first. */
    public List<Drawdown> deepest(int count) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth).reversed())
                .limit(count)
                .toList();
    }
}
