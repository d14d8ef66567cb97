package dev.sparkstacker.benchmarks;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BarColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The same crossover by others: ta4j, which keeps no accounts, and a bare loop over doubles, which is the ceiling. */
final class MacdPeers implements Measurement {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;

    @Override
    public String name() {
        return "backtest-macd-peers";
    }

    @Override
    public String about() {
        return "the same crossover by ta4j and by a bare loop; also told by backtest-macd";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public boolean byDefault() {
        return false;
    }

    /** ta4j keeps a bar as a dozen objects. */
    @Override
    public List<String> jvmFlags() {
        return List.of("-Xms640m", "-Xmx1g", "-Xmn256m");
    }

    @Override
    public List<Figure> measure(Effort effort) {
        MarketData.Bars data = WalkOfBars.of(BarsASecond.barsOf(effort));
        double[] closes = closes(data.bars());
        BarSeries series = series(data.bars());
        int bare = loop(closes);
        long began = System.nanoTime();
        bare += loop(closes);
        double bareRate = closes.length / seconds(began);
        ta4j(series);
        began = System.nanoTime();
        int positions = ta4j(series);
        double ta4jRate = closes.length / seconds(began);
        return List.of(
                Figure.of(
                        "MACD crossover by ta4j, DoubleNum",
                        ta4jRate,
                        "bars/s",
                        new Target.None(),
                        positions + " positions, no accounting; by the wall's clock"),
                Figure.of(
                        "MACD crossover by a bare loop over double[]",
                        bareRate,
                        "bars/s",
                        new Target.None(),
                        bare / 2 + " crossovers; by the wall's clock"));
    }

    /** Crossovers of the line and its signal, in either direction. */
    private static int loop(double[] closes) {
        double fast = closes[0];
        double slow = closes[0];
        double signal = 0;
        boolean above = false;
        int crossovers = 0;
        for (double close : closes) {
            fast += 2.0 / (FAST + 1) * (close - fast);
            slow += 2.0 / (SLOW + 1) * (close - slow);
            double line = fast - slow;
            signal += 2.0 / (SIGNAL + 1) * (line - signal);
            boolean now = line > signal;
            crossovers += now == above ? 0 : 1;
            above = now;
        }
        return crossovers;
    }

    private static int ta4j(BarSeries series) {
        MACDIndicator line = new MACDIndicator(new ClosePriceIndicator(series), FAST, SLOW);
        EMAIndicator signal = new EMAIndicator(line, SIGNAL);
        BaseStrategy strategy =
                new BaseStrategy(new CrossedUpIndicatorRule(line, signal), new CrossedDownIndicatorRule(line, signal));
        return new BarSeriesManager(series).run(strategy).getPositionCount();
    }

    private static double[] closes(BarColumns bars) {
        double[] closes = new double[bars.size()];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = bars.close(i).toDouble();
        }
        return closes;
    }

    private static BarSeries series(BarColumns bars) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int i = 0; i < bars.size(); i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(bars.openTimeMs(i) + 60_000))
                    .openPrice(bars.open(i).toDouble())
                    .highPrice(bars.high(i).toDouble())
                    .lowPrice(bars.low(i).toDouble())
                    .closePrice(bars.close(i).toDouble())
                    .volume(bars.volume(i).toDouble())
                    .add();
        }
        return series;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
