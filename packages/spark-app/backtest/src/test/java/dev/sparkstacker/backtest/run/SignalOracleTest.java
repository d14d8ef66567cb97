package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.backtest.data.DataFiles;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.strategies.Strategies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Rule;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The signals of a run over a recorded month are those of ta4j, bar for bar, from bar 100 on. */
class SignalOracleTest {
    private static final Path FILE = Runs.shared("bybit_ethusdt_perp_1m_cobra.csv.gz");
    private static final int FROM = 100;
    private static final ExitConfig NEVER = new ExitConfig(Rate.of("0.15"), Rate.of("0.9"), 31_536_000_000L);

    private static MarketData.Bars month;

    @BeforeAll
    static void readTheMonth() {
        assumeTrue(Files.isReadable(FILE), "the recording " + FILE + " is not beside the product");
        month = (MarketData.Bars) new DataFiles(List.of()).read(FILE);
    }

    @Test
    void simpleAveragesOfTenAndThirtyBarsCrossWhereTa4jSays() {
        BarSeries series = series();
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, 10);
        SMAIndicator slow = new SMAIndicator(close, 30);

        compare(
                signals("ma-cross", new Parameter("fastBars", "10"), new Parameter("slowBars", "30")),
                expected(series, new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow)));
    }

    @Test
    void theMacdOfTwelveTwentySixAndNineCrossesWhereTa4jSays() {
        BarSeries series = series();
        MACDIndicator line = new MACDIndicator(new ClosePriceIndicator(series), 12, 26);
        EMAIndicator signal = new EMAIndicator(line, 9);

        compare(
                signals(
                        "macd",
                        new Parameter("fastBars", "12"),
                        new Parameter("slowBars", "26"),
                        new Parameter("signalBars", "9")),
                expected(series, new CrossedUpIndicatorRule(line, signal), new CrossedDownIndicatorRule(line, signal)));
    }

    private static void compare(Map<Integer, Side> ours, Map<Integer, Side> theirs) {
        assertThat(theirs).hasSizeGreaterThan(1_000);
        assertThat(ours).isEqualTo(theirs);
    }

    /** Bars on which the strategy means to enter, by their place in the file. */
    private static Map<Integer, Side> signals(String type, Parameter... parameters) {
        RunSettings settings = Runs.settings(Strategies.byName(type).orElseThrow(), Interval.M1, NEVER, parameters)
                .withWarmUpBars(FROM - 1);
        BacktestResult result = new Backtest(settings, month, 2).run().result();
        Map<Integer, Side> signals = new TreeMap<>();
        for (int i = 0; i < result.bars().size(); i++) {
            Side side = result.decisions().side(i);
            Verdict verdict = result.decisions().verdict(i);
            int index = month.bars().indexAt(result.bars().openTimeMs(i));
            if (index >= FROM && side != null && (verdict == Verdict.ENTER || verdict == Verdict.REVERSE)) {
                signals.put(index, side);
            }
        }
        return signals;
    }

    /** Without the last bar, which a run does not judge: nothing comes after it to be filled on. */
    private static Map<Integer, Side> expected(BarSeries series, Rule up, Rule down) {
        Map<Integer, Side> signals = new TreeMap<>();
        for (int i = FROM; i < series.getBarCount() - 1; i++) {
            if (up.isSatisfied(i)) {
                signals.put(i, Side.BUY);
            } else if (down.isSatisfied(i)) {
                signals.put(i, Side.SELL);
            }
        }
        return signals;
    }

    private static BarSeries series() {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        BarColumns bars = month.bars();
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
}
