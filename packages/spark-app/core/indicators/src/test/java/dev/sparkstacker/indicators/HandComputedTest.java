package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sparkstacker.indicators.BollingerBands.Deviation;
import org.junit.jupiter.api.Test;

/** Small vectors that can be checked with pencil and paper. */
class HandComputedTest {
    @Test
    void smaIsTheMeanOfTheLastThree() {
        Sma sma = new Sma(3);
        sma.update(1);
        sma.update(2);
        sma.update(6);
        assertThat(sma.value()).isEqualTo(3);
        sma.update(4);
        assertThat(sma.value()).isEqualTo(4);
        sma.update(2);
        assertThat(sma.value()).isEqualTo(4);
        sma.update(-3);
        assertThat(sma.value()).isEqualTo(1);
    }

    @Test
    void aHugeValueLeavesNoTraceOnceItHasLeftTheWindow() {
        Sma sma = new Sma(3);
        BollingerBands bands = new BollingerBands(3, 2, Deviation.POPULATION);
        for (double value : new double[] {1, 1e300, 0.5, 0.25, 0.25}) {
            sma.update(value);
        }
        for (double value : new double[] {1, 1e150, 0.25, 0.25, 0.25}) {
            bands.update(value);
        }
        assertThat(sma.value()).isEqualTo(1.0 / 3);
        assertThat(bands.middle()).isEqualTo(0.25);
        assertThat(bands.standardDeviation()).isZero();
    }

    @Test
    void emaStartsFromTheMeanOfItsFirstValues() {
        Ema ema = new Ema(3); // smoothing factor 2 / 4
        ema.update(2);
        ema.update(4);
        ema.update(6);
        assertThat(ema.value()).isEqualTo(4);
        ema.update(8);
        assertThat(ema.value()).isEqualTo(6);
        ema.update(2);
        assertThat(ema.value()).isEqualTo(4);
    }

    @Test
    void macdLineSignalAndHistogram() {
        Macd macd = new Macd(1, 3, 2); // EMA(1) is the price, EMA(3) moves by a half, EMA(2) by two thirds
        macd.update(2);
        macd.update(4);
        macd.update(6); // slow 4, line 2
        assertThat(macd.isReady()).isFalse();
        macd.update(8); // slow 6, line 2, signal (2 + 2) / 2
        assertThat(macd.line()).isEqualTo(2);
        assertThat(macd.signal()).isEqualTo(2);
        assertThat(macd.histogram()).isZero();
        macd.update(2); // slow 4, line -2, signal 2 + 2/3 * -4
        assertThat(macd.line()).isEqualTo(-2);
        assertThat(macd.signal()).isCloseTo(-2.0 / 3, within(1e-15));
        assertThat(macd.histogram()).isCloseTo(-4.0 / 3, within(1e-15));
    }

    @Test
    void stochasticUsesTheNewestBarsRangeAndStandsInForDUntilItExists() {
        Stochastic stochastic = new Stochastic(2, 3);
        stochastic.update(10, 0, 5);
        stochastic.update(8, 2, 5); // 100 * 5 / 10
        assertThat(stochastic.k()).isEqualTo(50);
        assertThat(stochastic.d()).isEqualTo(50);
        stochastic.update(12, 4, 12); // high 12, low 2
        assertThat(stochastic.k()).isEqualTo(100);
        assertThat(stochastic.d()).isEqualTo(100);
        assertThat(stochastic.isSmoothed()).isFalse();
        stochastic.update(12, 2, 4); // 100 * 2 / 10
        assertThat(stochastic.k()).isEqualTo(20);
        assertThat(stochastic.isSmoothed()).isTrue();
        assertThat(stochastic.d()).isCloseTo(170.0 / 3, within(1e-12));
    }

    @Test
    void stochasticOfAFlatRangeIsInTheMiddleAndNeverLeavesItsScale() {
        Stochastic stochastic = new Stochastic(2, 1);
        stochastic.update(5, 5, 5);
        stochastic.update(5, 5, 5);
        assertThat(stochastic.k()).isEqualTo(50);
        stochastic.update(6, 5, 7);
        assertThat(stochastic.k()).isEqualTo(100);
        stochastic.update(6, 5, 4);
        assertThat(stochastic.k()).isZero();
    }

    @Test
    void trueRangeCountsTheGapFromThePreviousClose() {
        TrueRange range = new TrueRange();
        range.update(10, 8, 9);
        assertThat(range.value()).isEqualTo(2);
        range.update(15, 14, 14); // up from 9
        assertThat(range.value()).isEqualTo(6);
        range.update(10, 9, 10); // down from 14
        assertThat(range.value()).isEqualTo(5);
    }

    @Test
    void atrStartsFromTheMeanAndThenMovesByOneNth() {
        Atr atr = new Atr(2);
        atr.update(10, 8, 9); // 2
        atr.update(15, 14, 14); // 6
        assertThat(atr.value()).isEqualTo(4);
        atr.update(10, 9, 10); // 5
        assertThat(atr.value()).isEqualTo(4.5);
        atr.update(10.5, 10, 10); // 0.5
        assertThat(atr.value()).isEqualTo(2.5);
    }

    @Test
    void wilderRsiRemembersAndTheSimpleMeanForgets() {
        Rsi wilder = new Rsi(2);
        SimpleMeanRsi simple = new SimpleMeanRsi(2);
        for (double value : new double[] {10, 13, 12}) { // +3, -1
            wilder.update(value);
            simple.update(value);
        }
        assertThat(wilder.value()).isEqualTo(75);
        assertThat(simple.value()).isEqualTo(75);
        wilder.update(13); // gain (1.5 + 1) / 2, loss 0.5 / 2
        simple.update(13); // -1, +1
        assertThat(wilder.value()).isCloseTo(100 * 1.25 / 1.5, within(1e-12));
        assertThat(simple.value()).isEqualTo(50);
        wilder.update(13); // gain 0.625, loss 0.125
        simple.update(13); // +1, 0
        assertThat(wilder.value()).isCloseTo(100 * 0.625 / 0.75, within(1e-12));
        assertThat(simple.value()).isEqualTo(100);
        simple.update(13);
        assertThat(simple.value()).as("no movement").isEqualTo(50);
    }

    @Test
    void bollingerBandsOfBothDeviations() {
        BollingerBands population = new BollingerBands(4, 2, Deviation.POPULATION);
        BollingerBands sample = new BollingerBands(4, 2, Deviation.SAMPLE);
        for (double value : new double[] {100, 1, 3, 5, 7}) { // mean 4, squared deviations 9 + 1 + 1 + 9
            population.update(value);
            sample.update(value);
        }
        assertThat(population.middle()).isEqualTo(4);
        assertThat(population.standardDeviation()).isCloseTo(Math.sqrt(5), within(1e-14));
        assertThat(population.upper()).isCloseTo(4 + 2 * Math.sqrt(5), within(1e-14));
        assertThat(population.lower()).isCloseTo(4 - 2 * Math.sqrt(5), within(1e-14));
        assertThat(sample.standardDeviation()).isCloseTo(Math.sqrt(20.0 / 3), within(1e-14));
    }

    @Test
    void rollingExtremeTellsTheValueAndItsAge() {
        RollingExtreme highest = RollingExtreme.highest(3);
        RollingExtreme lowest = RollingExtreme.lowest(3);
        double[] values = {5, 9, 9, 1, 2, 3};
        double[] expectedHighest = {9, 9, 9, 3};
        int[] expectedHighestAge = {0, 1, 2, 0};
        double[] expectedLowest = {5, 1, 1, 1};
        int[] expectedLowestAge = {2, 0, 1, 2};
        for (int i = 0; i < values.length; i++) {
            highest.update(values[i]);
            lowest.update(values[i]);
            if (i >= 2) {
                assertThat(highest.value()).isEqualTo(expectedHighest[i - 2]);
                assertThat(highest.barsAgo()).isEqualTo(expectedHighestAge[i - 2]);
                assertThat(lowest.value()).isEqualTo(expectedLowest[i - 2]);
                assertThat(lowest.barsAgo()).isEqualTo(expectedLowestAge[i - 2]);
            }
        }
    }

    @Test
    void aPivotIsConfirmedLateAndByStrictlyLowerNeighboursOnly() {
        double[] highs = {10, 11, 12, 13, 14, 20, 15, 14, 13, 12, 11, 10, 18, 17, 17, 18, 18, 9};
        Pivots pivots = new Pivots(5, 2);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < highs.length; i++) {
            pivots.update(highs[i], highs[i] - 1);
            if (pivots.isReady() && pivots.isHigh()) {
                found.append("high ")
                        .append(pivots.candidateHigh())
                        .append(" of bar ")
                        .append(pivots.candidateBar());
                found.append(" at bar ").append(i).append("; ");
            }
            if (pivots.isReady() && pivots.isLow()) {
                found.append("low ")
                        .append(pivots.candidateLow())
                        .append(" of bar ")
                        .append(pivots.candidateBar());
                found.append(" at bar ").append(i).append("; ");
            }
        }
        assertThat(found.toString())
                .isEqualTo("high 20.0 of bar 5 at bar 7; low 9.0 of bar 11 at bar 13; high 18.0 of bar 12 at bar 14; ");
    }

    @Test
    void oneWideBarIsBothPivotHighAndPivotLow() {
        Pivots pivots = new Pivots(1, 1);
        pivots.update(11, 9);
        pivots.update(15, 5);
        pivots.update(11, 9);
        assertThat(pivots.isHigh()).isTrue();
        assertThat(pivots.isLow()).isTrue();
        assertThat(pivots.candidateHigh()).isEqualTo(15);
        assertThat(pivots.candidateLow()).isEqualTo(5);
        assertThat(pivots.confirmationLagBars()).isEqualTo(1);
    }

    @Test
    void theRejectedInputIsNamed() {
        assertThatThrownBy(() -> new Sma(2).update(Double.NaN)).hasMessage("value must be a finite number, was NaN");
        assertThatThrownBy(() -> new Macd(1, 2, 1).update(Double.NaN)).hasMessageStartingWith("price must be");
        assertThatThrownBy(() -> new Atr(2).update(Double.NaN, 1, 1)).hasMessageStartingWith("high must be");
        assertThatThrownBy(() -> new Atr(2).update(1, Double.NaN, 1)).hasMessageStartingWith("low must be");
        assertThatThrownBy(() -> new Atr(2).update(1, 1, Double.POSITIVE_INFINITY))
                .hasMessage("close must be a finite number, was Infinity");
        assertThatThrownBy(() -> new Stochastic(2, 1).update(1, 2, 1)).hasMessage("high 1.0 is below low 2.0");
        assertThatThrownBy(() -> new Pivots(5, 2).update(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> new Sma(0)).hasMessage("length must be at least 1, was 0");
        assertThatThrownBy(() -> new Macd(21, 8, 5)).hasMessage("fast length must be below slow length, were 21 and 8");
        assertThatThrownBy(() -> new BollingerBands(1, 2, Deviation.SAMPLE))
                .hasMessage("length must be at least 2, was 1");
        assertThatThrownBy(() -> new BollingerBands(20, 0, Deviation.POPULATION))
                .hasMessage("multiplier must be positive, was 0.0");
        assertThatThrownBy(() -> new Pivots(0, 2)).hasMessage("left must be at least 1, was 0");
    }
}
