package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.stats.EquityCurve;

/** The market's price over the traded period, as what holding it unlevered would have been worth. */
final class MarketCurve {
    private MarketCurve() {}

    static EquityCurve of(BarColumns bars, RunPlan plan, EquityCurve strategy) {
        int first = Math.max(0, bars.indexAt(plan.startMs() - 1));
        int size = bars.size() - first;
        if (size < 1) {
            return new EquityCurve(new long[] {strategy.timeMs(0)}, new double[] {1});
        }
        long barMs = plan.interval().millis();
        long[] times = new long[size];
        double[] prices = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = bars.openTimeMs(first + i) + barMs;
            prices[i] = bars.close(first + i).toDouble();
        }
        return new EquityCurve(times, prices);
    }
}
