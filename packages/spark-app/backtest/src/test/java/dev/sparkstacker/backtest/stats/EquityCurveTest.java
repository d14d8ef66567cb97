package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EquityCurveTest {
    private static final long DAY_MS = 86_400_000;
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void dailyReturnsTakeTheLastEquityOfEachUtcDay() {
        EquityCurve curve = new EquityCurve(
                new long[] {0, DAY_MS / 2, DAY_MS - 1, DAY_MS, 2 * DAY_MS - 1, 2 * DAY_MS},
                new double[] {100, 50, 110, 200, 99, 108.9});

        assertThat(curve.dailyReturns()).containsExactly(new double[] {0.1, -0.1, 0.1}, EXACT);
    }

    @Test
    void aDayWithoutAMarkIsADayWithoutAChange() {
        EquityCurve curve = new EquityCurve(new long[] {0, 2 * DAY_MS}, new double[] {100, 120});

        assertThat(curve.dailyReturns()).containsExactly(new double[] {0, 0, 0.2}, EXACT);
    }

    @Test
    void noReturnIsTakenFromNothing() {
        EquityCurve curve = new EquityCurve(new long[] {0, DAY_MS, 2 * DAY_MS}, new double[] {100, 0, 50});

        assertThat(curve.dailyReturns()).containsExactly(new double[] {0, -1}, EXACT);
    }

    @Test
    void unsortedTimesAreRefused() {
        assertThatThrownBy(() -> new EquityCurve(new long[] {5, 5}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> new EquityCurve(new long[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawdownsAreFoundWithDepthLengthAndRecovery() {
        EquityCurve curve = new EquityCurve(
                new long[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {100, 120, 90, 108, 120, 150, 140, 145});

        Drawdowns drawdowns = Drawdowns.of(curve);

        assertThat(drawdowns.all()).hasSize(2);
        Drawdown first = drawdowns.all().get(0);
        assertThat(first.depth()).isCloseTo(0.25, EXACT);
        assertThat(first.depthUsd()).isEqualTo(30);
        assertThat(first.peakMs()).isEqualTo(1);
        assertThat(first.troughMs()).isEqualTo(2);
        assertThat(first.lengthMs()).isEqualTo(3);
        assertThat(first.recoveryMs()).hasValue(2);
        Drawdown second = drawdowns.all().get(1);
        assertThat(second.recoveredMs()).isEmpty();
        assertThat(second.lengthMs()).isEqualTo(2);
        assertThat(drawdowns.deepest()).isCloseTo(0.25, EXACT);
        assertThat(drawdowns.longestMs()).isEqualTo(3);
    }

    @Test
    void aRisingCurveHasNoDrawdown() {
        EquityCurve curve = new EquityCurve(new long[] {0, 1, 2}, new double[] {1, 1, 2});

        assertThat(Drawdowns.of(curve).all()).isEmpty();
        assertThat(Drawdowns.of(curve).deepest()).isZero();
    }
}
