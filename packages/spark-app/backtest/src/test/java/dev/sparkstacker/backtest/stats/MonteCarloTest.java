package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonteCarloTest {

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(MonteCarlo.of(Trades.of(5, -3, 2, -1), 500, 7))
                .isEqualTo(MonteCarlo.of(Trades.of(5, -3, 2, -1), 500, 7))
                .isNotEqualTo(MonteCarlo.of(Trades.of(5, -3, 2, -1), 500, 8));
    }

    @Test
    void equalTradesLeaveNothingToLuck() {
        MonteCarlo winning = MonteCarlo.of(Trades.of(3, 3, 3, 3, 3), 50, 1);
        assertThat(winning.profitLow()).isEqualTo(10).isEqualTo(winning.profitHigh());
        assertThat(winning.drawdownHigh()).isZero();
        assertThat(winning.lossProbability()).isZero();

        MonteCarlo losing = MonteCarlo.of(Trades.of(-1, -1, -1), 50, 1);
        assertThat(losing.drawdownMedian()).isEqualTo(6);
        assertThat(losing.lossProbability()).isEqualTo(1);
    }

    @Test
    void aFairCoinLosesAboutHalfTheTime() {
        double[] coin = new double[101];
        for (int i = 0; i < coin.length; i++) {
            coin[i] = i % 2 == 0 ? 2 : 0;
        }
        assertThat(MonteCarlo.of(Trades.of(coin), 4_000, 3).lossProbability()).isCloseTo(0.46, within(0.05));
    }
}
