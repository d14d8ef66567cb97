package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.RecentFractalSwingHighIndicator;
import org.ta4j.core.indicators.RecentFractalSwingLowIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.averages.WildersMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.GainIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LossIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

/**
 * Every indicator against ta4j on whole recorded markets. ta4j computes in decimals here, so that it is the more exact side.
 *
 * <p>Means that remember everything (EMA, MACD, ATR, RSI) are seeded differently by ta4j, with a single value instead of a mean of n;
 * their difference fades, so each comparison names the bar from which on which tolerance holds. Tolerances are relative to the price for
 * values in units of the price, and absolute on scales of 0 to 100.
 */
class Ta4jAgreementTest {
    private static final double ROUNDING = 1e-14;

    /** The recorded market a comparison runs on. */
    enum Market {
        ETH_PERP_1M,
        ETH_SPOT_4H;

        Bars bars() {
            return switch (this) {
                case ETH_PERP_1M -> Bars.ethPerpOneMinute();
                case ETH_SPOT_4H -> Bars.ethSpotFourHours();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void smaAgreesFromItsFirstValueOn(Market market) {
        Bars bars = market.bars();
        SMAIndicator theirs = new SMAIndicator(new ClosePriceIndicator(Ta4jComparison.series(bars)), 20);
        Sma ours = new Sma(20);
        new Ta4jComparison(bars, i -> ours.update(bars.close(i)))
                .from(20, ROUNDING)
                .ofPrice(theirs, ours::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void averagesOfAWindowAgreeFromTheirFirstValueOn(Market market) {
        Bars bars = market.bars();
        ClosePriceIndicator close = new ClosePriceIndicator(Ta4jComparison.series(bars));
        Wma wma = new Wma(20);
        HullMa hull = new HullMa(20);
        Vwma vwma = new Vwma(200);
        new Ta4jComparison(bars, i -> {
                    wma.update(bars.close(i));
                    hull.update(bars.close(i));
                    vwma.update(bars.close(i), bars.high(i) - bars.low(i));
                })
                .from(200, 1e-13)
                .ofPrice(new WMAIndicator(close, 20), wma::value)
                .ofPrice(new HMAIndicator(close, 20), hull::value)
                .ofPrice(new VWMAIndicator(close, 200), vwma::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void averagesThatRememberEverythingAgreeEverMoreClosely(Market market) {
        Bars bars = market.bars();
        ClosePriceIndicator close = new ClosePriceIndicator(Ta4jComparison.series(bars));
        Rma rma = new Rma(14);
        Tema tema = new Tema(9);
        new Ta4jComparison(bars, i -> {
                    rma.update(bars.close(i));
                    tema.update(bars.close(i));
                })
                .from(200, 1e-4)
                .from(600, ROUNDING * 10)
                .ofPrice(new WildersMAIndicator(close, 14), rma::value)
                .ofPrice(new TripleEMAIndicator(close, 9), tema::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void emaAgreesFromBar100OnAndEverMoreClosely(Market market) {
        Bars bars = market.bars();
        EMAIndicator theirs = new EMAIndicator(new ClosePriceIndicator(Ta4jComparison.series(bars)), 21);
        Ema ours = new Ema(21);
        new Ta4jComparison(bars, i -> ours.update(bars.close(i)))
                .from(100, 1e-4)
                .from(200, 1e-8)
                .from(400, ROUNDING)
                .ofPrice(theirs, ours::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void macdAgreesFromBar100OnAndEverMoreClosely(Market market) {
        Bars bars = market.bars();
        MACDIndicator line = new MACDIndicator(new ClosePriceIndicator(Ta4jComparison.series(bars)), 8, 21);
        EMAIndicator signal = line.getSignalLine(5);
        Macd ours = new Macd(8, 21, 5);
        new Ta4jComparison(bars, i -> ours.update(bars.close(i)))
                .from(100, 1e-4)
                .from(200, 1e-8)
                .from(400, ROUNDING)
                .ofPrice(line, ours::line)
                .ofPrice(signal, ours::signal)
                .ofPrice(line.getHistogram(5), ours::histogram)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void stochasticAgreesWhereTheRangeIsNotFlat(Market market) {
        Bars bars = market.bars();
        BarSeries series = Ta4jComparison.series(bars);
        StochasticOscillatorKIndicator k = new StochasticOscillatorKIndicator(series, 9);
        SMAIndicator d = new SMAIndicator(k, 3);
        HighestValueIndicator highest = new HighestValueIndicator(new HighPriceIndicator(series), 9);
        LowestValueIndicator lowest = new LowestValueIndicator(new LowPriceIndicator(series), 9);
        Stochastic ours = new Stochastic(9, 3);
        int flat = Integer.MIN_VALUE;
        for (int i = 0; i < bars.count(); i++) {
            ours.update(bars.high(i), bars.low(i), bars.close(i));
            if (i >= 8 && highest.getValue(i).isEqual(lowest.getValue(i))) {
                flat = i;
                assertThat(ours.k()).isEqualTo(50);
            } else if (i >= 8) {
                Ta4jComparison.near(ours.k(), k.getValue(i), 1e-9, i);
            }
            if (i >= 10 && flat < i - 2) {
                Ta4jComparison.near(ours.d(), d.getValue(i), 1e-9, i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void trueRangeAgreesFromTheFirstBarOn(Market market) {
        Bars bars = market.bars();
        TRIndicator theirs = new TRIndicator(Ta4jComparison.series(bars));
        TrueRange ours = new TrueRange();
        new Ta4jComparison(bars, i -> ours.update(bars.high(i), bars.low(i), bars.close(i)))
                .from(1, ROUNDING)
                .ofPrice(theirs, ours::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void atrAgreesOnceTheSeedHasFaded(Market market) {
        Bars bars = market.bars();
        ATRIndicator theirs = new ATRIndicator(Ta4jComparison.series(bars), 14);
        Atr ours = new Atr(14);
        new Ta4jComparison(bars, i -> ours.update(bars.high(i), bars.low(i), bars.close(i)))
                .from(200, 1e-6)
                .from(400, ROUNDING)
                .ofPrice(theirs, ours::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void wilderRsiAgreesOnceTheSeedHasFaded(Market market) {
        Bars bars = market.bars();
        RSIIndicator theirs = new RSIIndicator(new ClosePriceIndicator(Ta4jComparison.series(bars)), 14);
        Rsi ours = new Rsi(14);
        new Ta4jComparison(bars, i -> ours.update(bars.close(i)))
                .from(200, 1e-2)
                .from(600, 1e-9)
                .onScale(theirs, ours::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void simpleMeanRsiAgreesWithMeansOfGainsAndLosses(Market market) {
        Bars bars = market.bars();
        ClosePriceIndicator close = new ClosePriceIndicator(Ta4jComparison.series(bars));
        SMAIndicator gain = new SMAIndicator(new GainIndicator(close), 14);
        SMAIndicator loss = new SMAIndicator(new LossIndicator(close), 14);
        SimpleMeanRsi ours = new SimpleMeanRsi(14);
        for (int i = 0; i < bars.count(); i++) {
            ours.update(bars.close(i));
            if (i >= 14) {
                double movement = gain.getValue(i).plus(loss.getValue(i)).doubleValue();
                double expected = movement == 0 ? 50 : 100 * gain.getValue(i).doubleValue() / movement;
                assertThat(Math.abs(ours.value() - expected)).as("bar %d", i).isLessThan(1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bollingerDeviationsAgreeFromTheFirstValueOn(Market market) {
        Bars bars = market.bars();
        ClosePriceIndicator close = new ClosePriceIndicator(Ta4jComparison.series(bars));
        SMAIndicator middle = new SMAIndicator(close, 20);
        StandardDeviationIndicator population = new StandardDeviationIndicator(close, 20);
        BollingerBands ours = new BollingerBands(20, 2, BollingerBands.Deviation.POPULATION);
        BollingerBands sample = new BollingerBands(20, 2, BollingerBands.Deviation.SAMPLE);
        new Ta4jComparison(bars, i -> {
                    ours.update(bars.close(i));
                    sample.update(bars.close(i));
                })
                .from(20, ROUNDING)
                .ofPrice(middle, ours::middle)
                .ofPrice(population, ours::standardDeviation)
                .ofPrice(population, () -> (ours.upper() - ours.middle()) / 2)
                .ofPrice(population, () -> (ours.middle() - ours.lower()) / 2)
                .ofPrice(population, () -> sample.standardDeviation() * Math.sqrt(19.0 / 20.0))
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void rollingExtremesAgreeExactly(Market market) {
        Bars bars = market.bars();
        BarSeries series = Ta4jComparison.series(bars);
        HighestValueIndicator highs = new HighestValueIndicator(new HighPriceIndicator(series), 60);
        LowestValueIndicator lows = new LowestValueIndicator(new LowPriceIndicator(series), 60);
        RollingExtreme highest = RollingExtreme.highest(60);
        RollingExtreme lowest = RollingExtreme.lowest(60);
        new Ta4jComparison(bars, i -> {
                    highest.update(bars.high(i));
                    lowest.update(bars.low(i));
                })
                .from(60, 0)
                .ofPrice(highs, highest::value)
                .ofPrice(lows, lowest::value)
                .holds();
    }

    @ParameterizedTest
    @EnumSource
    void pivotsAgreeWithFractalSwings(Market market) {
        Bars bars = market.bars();
        BarSeries series = Ta4jComparison.series(bars);
        var highs = new RecentFractalSwingHighIndicator(new HighPriceIndicator(series), 5, 2, 0);
        var lows = new RecentFractalSwingLowIndicator(new LowPriceIndicator(series), 5, 2, 0);
        Pivots ours = new Pivots(5, 2);
        int confirmed = 0;
        for (int i = 0; i < Math.min(bars.count(), 10_000); i++) {
            ours.update(bars.high(i), bars.low(i));
            int theirHigh = highs.getLatestSwingIndex(i);
            int theirLow = lows.getLatestSwingIndex(i);
            if (ours.isReady()) {
                assertThat(ours.isHigh()).as("pivot high at bar %d", i - 2).isEqualTo(theirHigh == i - 2);
                assertThat(ours.isLow()).as("pivot low at bar %d", i - 2).isEqualTo(theirLow == i - 2);
                confirmed += ours.isHigh() || ours.isLow() ? 1 : 0;
            }
        }
        assertThat(confirmed).as("confirmed pivots").isGreaterThan(500);
    }
}
