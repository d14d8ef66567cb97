package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each expected number was worked out by hand from the definition. */
class RatiosTest {
    private static final long DAY_MS = 86_400_000;
    private static final Offset<Double> EXACT = within(1e-9);
    private static final double[] RETURNS = {0.02, -0.01, 0.03, 0.00, -0.02, 0.04};

    @Test
    void momentsOfASmallSample() {
        Moments moments = Moments.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});

        assertThat(moments.mean()).hasValue(5);
        assertThat(moments.deviation().orElseThrow()).isCloseTo(Math.sqrt(32.0 / 7), EXACT);
        // deviations −3 −1 −1 −1 0 0 2 4: cubes sum to 42, fourth powers to 356; population deviation is 2
        assertThat(moments.skewness().orElseThrow()).isCloseTo(42.0 / 8 / 8, EXACT);
        assertThat(moments.kurtosis().orElseThrow()).isCloseTo(356.0 / 8 / 16, EXACT);
    }

    @Test
    void sharpeIsMeanOverSampleDeviationOfAYear() {
        // mean 0.01; squares of deviations 1 4 4 1 9 9, all 1e-4, sum 28e-4; over 5, root 0.0236643191
        assertThat(Ratios.sharpe(RETURNS).orElseThrow()).isCloseTo(0.01 / Math.sqrt(28e-4 / 5) * Math.sqrt(365), EXACT);
    }

    @Test
    void sortinoCountsLossesOverAllDays() {
        assertThat(Ratios.sortino(RETURNS).orElseThrow()).isCloseTo(0.01 / Math.sqrt(5e-4 / 6) * Math.sqrt(365), EXACT);
    }

    @Test
    void omegaIsGainsOverLosses() {
        assertThat(Ratios.omega(RETURNS).orElseThrow()).isCloseTo(0.09 / 0.03, EXACT);
    }

    @Test
    void growthAndCalmarOfTwoYears() {
        EquityCurve curve = new EquityCurve(new long[] {0, 365 * DAY_MS, 730 * DAY_MS}, new double[] {100, 80, 121});

        assertThat(Ratios.yearlyGrowth(curve).orElseThrow()).isCloseTo(0.1, EXACT);
        assertThat(Ratios.calmar(curve).orElseThrow()).isCloseTo(0.1 / 0.2, EXACT);
    }

    @Test
    void systemQualityCountsAtMostAHundredTrades() {
        double[] profits = new double[400];
        for (int i = 0; i < profits.length; i++) {
            profits[i] = i % 2 == 0 ? 3 : -1;
        }
        // mean 1, deviation 2·√(400/399)
        assertThat(Ratios.systemQuality(profits).orElseThrow()).isCloseTo(10 / (2 * Math.sqrt(400.0 / 399)), EXACT);
    }

    @Test
    void whatCannotBeComputedIsEmpty() {
        assertThat(Ratios.sharpe(new double[] {0.1})).isEmpty();
        assertThat(Ratios.sharpe(new double[] {0.1, 0.1})).isEmpty();
        assertThat(Ratios.sortino(new double[] {0.1, 0.2})).isEmpty();
        assertThat(Ratios.omega(new double[] {0.1, 0.2})).isEmpty();
        assertThat(Ratios.systemQuality(new double[0])).isEmpty();
        assertThat(Ratios.yearlyGrowth(new EquityCurve(new long[] {0}, new double[] {1})))
                .isEmpty();
    }
}
