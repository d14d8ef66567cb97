package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moving averages by pencil and paper, trends by construction and against a plain regression. */
class TrendIndicatorsTest {

    private static double after(MovingAverage average, double... prices) {
        for (double price : prices) {
            average.update(price, 1);
        }
        return average.value();
    }

    @Test
    void weightedAveragesByHand() {
        // (1·1 + 2·2 + 6·3) / 6
        assertThat(after(new Wma(3), 9, 1, 2, 6)).isEqualTo(23.0 / 6);
        // halves of 4 bars: WMA2 = (1·x + 2·y)/3; WMA(2) of 2·WMA2 − WMA4
        double first = 2 * ((3 + 2 * 4) / 3.0) - (1 + 2 * 2 + 3 * 3 + 4 * 4) / 10.0;
        double second = 2 * ((4 + 2 * 8) / 3.0) - (2 + 2 * 3 + 3 * 4 + 4 * 8) / 10.0;
        assertThat(after(new HullMa(4), 1, 2, 3, 4, 8)).isCloseTo((first + 2 * second) / 3, within(1e-12));
        // mean of 3, then a third of the way
        assertThat(after(new Rma(3), 1, 2, 6, 9)).isEqualTo(5);
    }

    @Test
    void volumeDecidesTheWeightAndNoVolumeDecidesNothing() {
        Vwma vwma = new Vwma(2);
        vwma.update(10, 1);
        vwma.update(20, 3);
        assertThat(vwma.value()).isEqualTo(17.5);
        vwma.update(30, 0);
        assertThat(vwma.value()).isEqualTo(20);
        vwma.update(40, 0);
        assertThat(vwma.value()).isEqualTo(35);
        assertThatThrownBy(() -> vwma.update(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("volume");
    }

    @Test
    void temaFollowsAStraightLineWithoutLag() {
        Tema tema = new Tema(5);
        for (int i = 0; i < 400; i++) {
            tema.update(100 + i);
        }
        assertThat(tema.value()).isCloseTo(499, within(1e-9));
    }

    @Test
    void equalRangesMakeAnOrdinarySupertrend() {
        // Every bar has range 2, so each class has the centre 2 and the line is one factor of 2 away.
        AdaptiveSupertrend trend = new AdaptiveSupertrend(1, 3, 1.5);
        for (double close : new double[] {100, 100, 100}) {
            trend.update(close + 1, close - 1, close);
        }
        assertThat(trend.isUp()).isTrue();
        assertThat(trend.line()).isEqualTo(97);
        trend.update(101, 99, 101);
        trend.update(102, 100, 100);
        assertThat(trend.line()).as("rises only").isEqualTo(98);
        trend.update(100, 98, 98);
        assertThat(trend.isUp()).as("at the line is not below it").isTrue();
        trend.update(99, 97, 97.5);
        assertThat(trend.isUp()).isFalse();
        assertThat(trend.hasFlipped()).isTrue();
        trend.update(98, 96, 97);
        assertThat(trend.hasFlipped()).isFalse();
        assertThat(trend.line()).as("the upper line falls only").isEqualTo(100);
    }

    @Test
    void aWideBarBelongsToTheHighClass() {
        AdaptiveSupertrend trend = new AdaptiveSupertrend(1, 3, 3);
        for (double range : new double[] {1, 1, 5}) {
            trend.update(100 + range / 2, 100 - range / 2, 100);
        }
        assertThat(trend.volatility()).isEqualTo(2);
        assertThat(trend.line()).isEqualTo(100 - 3 * 5);
    }

    @Test
    void steadyGrowthIsAPerfectTrendUpAndSteadyFallOneDown() {
        TrendFinder up = new TrendFinder(20, 10, 60, 2);
        TrendFinder down = new TrendFinder(20, 10, 60, 2);
        for (int i = 0; i < 60; i++) {
            up.update(100 * Math.exp(0.01 * i));
            down.update(100 * Math.exp(-0.01 * i));
        }
        assertThat(up.correlation()).isCloseTo(1, within(1e-12));
        assertThat(up.slope()).isCloseTo(0.01, within(1e-12));
        assertThat(up.line()).isCloseTo(100 * Math.exp(0.59), within(1e-9));
        assertThat(down.correlation()).isCloseTo(-1, within(1e-12));
        assertThat(down.slope()).isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void aFallAfterALongRiseIsFoundThoughItsCorrelationIsNegative() {
        TrendFinder finder = new TrendFinder(20, 10, 60, 2);
        for (int i = 0; i < 60; i++) {
            finder.update(i < 40 ? 100 + i % 7 : 120 - i);
        }
        assertThat(finder.length()).isEqualTo(20);
        assertThat(finder.correlation()).isLessThan(-0.95);
        assertThat(finder.slope()).isNegative();
    }

    @Test
    void theLineIsThatOfAPlainRegression() {
        Bars bars = Bars.walk(11, 500);
        TrendFinder finder = new TrendFinder(20, 10, 60, 2);
        List<Double> logs = new ArrayList<>();
        for (int i = 0; i < bars.count(); i++) {
            finder.update(bars.close(i));
            logs.add(Math.log(bars.close(i)));
            if (finder.isReady()) {
                Regression plain = Regression.of(logs.subList(i + 1 - finder.length(), i + 1));
                assertThat(finder.slope()).isCloseTo(plain.slope, within(1e-12));
                assertThat(finder.correlation()).isCloseTo(plain.correlation, within(1e-6));
                assertThat(finder.line()).isCloseTo(Math.exp(plain.last), within(1e-8));
                assertThat(finder.upper()).isCloseTo(Math.exp(plain.last + 2 * plain.deviation), within(1e-6));
                for (int length = 20; length <= 60; length += 10) {
                    double other = Regression.of(logs.subList(i + 1 - length, i + 1)).correlation;
                    assertThat(Math.abs(other)).isLessThanOrEqualTo(Math.abs(finder.correlation()) + 1e-6);
                }
            }
        }
    }

    /** Least squares in two passes, as in a textbook. */
    private record Regression(double slope, double correlation, double last, double deviation) {
        static Regression of(List<Double> values) {
            int n = values.size();
            double meanX = (n - 1) / 2.0;
            double meanY = values.stream().mapToDouble(Double::doubleValue).sum() / n;
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                xx += (i - meanX) * (i - meanX);
                xy += (i - meanX) * (values.get(i) - meanY);
                yy += (values.get(i) - meanY) * (values.get(i) - meanY);
            }
            double slope = xy / xx;
            double residuals = 0;
            for (int i = 0; i < n; i++) {
                double off = values.get(i) - meanY - slope * (i - meanX);
                residuals += off * off;
            }
            return new Regression(
                    slope,
                    yy == 0 ? 0 : xy / Math.sqrt(xx * yy),
                    meanY + slope * (n - 1 - meanX),
                    Math.sqrt(residuals / n));
        }
    }
}
