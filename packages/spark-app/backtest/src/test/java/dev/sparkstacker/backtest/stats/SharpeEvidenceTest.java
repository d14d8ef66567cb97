package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharpeEvidenceTest {

    @Test
    void aSymmetricSampleFollowsTheFormula() {
        // Returns ±: mean 0.01, population deviation 0.02, skew 0, kurtosis 1, n = 100.
        double[] returns = new double[100];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = i % 2 == 0 ? 0.03 : -0.01;
        }
        double sharpe = 0.01 / (0.02 * Math.sqrt(100.0 / 99));
        // With skew 0 and kurtosis 1 the variance term is 1, so the score is sharpe·√99 = 4.95; Φ(4.95) = 0.99999963.
        assertThat(sharpe * Math.sqrt(99)).isCloseTo(4.95, within(1e-9));
        assertThat(SharpeEvidence.probabilistic(returns, 0).orElseThrow()).isCloseTo(0.9999996289, within(1e-9));
        assertThat(SharpeEvidence.probabilistic(returns, sharpe).orElseThrow()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theBestOfManyWorthlessTrialsIsExpectedToShine() {
        // N = 10: z(0.9) = 1.2815515655, z(1 − 1/(10e)) = z(0.9632120559) = 1.7891997; mixed by Euler–Mascheroni.
        double expected = (1 - 0.5772156649) * 1.2815515655 + 0.5772156649 * 1.7893;
        assertThat(SharpeEvidence.expectedBest(10, 1)).isCloseTo(expected, within(1e-3));
        assertThat(SharpeEvidence.expectedBest(1, 1)).isZero();
        assertThat(SharpeEvidence.expectedBest(1000, 0.5))
                .isCloseTo(SharpeEvidence.expectedBest(1000, 1) / 2, within(1e-12));
    }

    @Test
    void moreTrialsMakeTheSameRunLessConvincing() {
        double[] returns = {0.02, -0.01, 0.03, 0.00, -0.02, 0.04, 0.01, 0.02, -0.01, 0.02};
        double alone = SharpeEvidence.deflated(returns, 1, 0.1).orElseThrow();
        double ofHundred = SharpeEvidence.deflated(returns, 100, 0.1).orElseThrow();

        assertThat(alone).isEqualTo(SharpeEvidence.probabilistic(returns, 0).orElseThrow());
        assertThat(ofHundred).isLessThan(alone);
    }

    @Test
    void noTrialIsNoClaim() {
        assertThatThrownBy(() -> SharpeEvidence.expectedBest(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
