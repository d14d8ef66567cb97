package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.StateArray;
import org.junit.jupiter.api.Test;

/** Bars are drawn by their lows or highs; %D is given, as if it came from elsewhere. */
class DivergenceTest {
    private static final double FLAT_D = 50;

    private static Rules rules(int maxAge, int minSeparation, int confirm, double minStrength) {
        return new Rules(Preset.STRICT, 0, 0.5, maxAge, minSeparation, confirm, minStrength, false);
    }

    private static final Rules SHIPPED = Rules.of(Preset.STRICT);

    /** A market around 100 whose bars can be bent down or up one at a time. */
    private static final class Market {
        private final Divergence divergence;
        private int bar;

        Market(Rules rules) {
            divergence = new Divergence(rules);
        }

        /** Quiet bars; each low a little below, each high a little above the last, so that none is a pivot. */
        Market quiet(int bars) {
            for (int i = 0; i < bars; i++) {
                bar++;
                divergence.update(110 + bar * 1e-6, 90 - bar * 1e-6, 100, FLAT_D);
            }
            return this;
        }

        Market low(double low, double d) {
            bar++;
            divergence.update(110 + bar * 1e-6, low, 100, d);
            return this;
        }

        Market high(double high, double d) {
            bar++;
            divergence.update(high, 90 - bar * 1e-6, 100, d);
            return this;
        }

        Market close(double close) {
            bar++;
            divergence.update(110 + bar * 1e-6, 90 - bar * 1e-6, close, FLAT_D);
            return this;
        }
    }

    private static Divergence bullish(Rules rules, int between, int after) {
        return new Market(rules).quiet(6).low(80, 20).quiet(between).low(79, 25).quiet(after).divergence;
    }

    @Test
    void aLowerLowWithAHigherOscillatorIsBullishOnceItsPivotIsConfirmed() {
        assertThat(bullish(SHIPPED, 7, 1).isFor(Side.BUY)).as("one bar after").isFalse();
        Divergence divergence = bullish(SHIPPED, 7, 2);
        assertThat(divergence.isFor(Side.BUY)).isTrue();
        assertThat(divergence.isFor(Side.SELL)).isFalse();
        assertThat(divergence.pivotPrice(Side.BUY)).isEqualTo(79);
        assertThat(divergence.ageBars(Side.BUY)).isEqualTo(2);
    }

    @Test
    void aHigherHighWithALowerOscillatorIsBearish() {
        Divergence divergence = new Market(SHIPPED)
                .quiet(6)
                .high(120, 80)
                .quiet(7)
                .high(121, 75)
                .quiet(2)
                .divergence;

        assertThat(divergence.isFor(Side.SELL)).isTrue();
        assertThat(divergence.isFor(Side.BUY)).isFalse();
        assertThat(divergence.pivotPrice(Side.SELL)).isEqualTo(121);
    }

    @Test
    void agreementIsNoDivergence() {
        Divergence lowerBoth =
                new Market(SHIPPED).quiet(6).low(80, 25).quiet(7).low(79, 20).quiet(2).divergence;
        Divergence higherLow =
                new Market(SHIPPED).quiet(6).low(79, 20).quiet(7).low(80, 25).quiet(2).divergence;
        Divergence sameD =
                new Market(SHIPPED).quiet(6).low(80, 20).quiet(7).low(79, 20).quiet(2).divergence;

        assertThat(lowerBoth.isFor(Side.BUY)).isFalse();
        assertThat(higherLow.isFor(Side.BUY)).isFalse();
        assertThat(sameD.isFor(Side.BUY)).isFalse();
    }

    @Test
    void aPivotOfTwentyBarsIsYoungEnoughAndOneOfTwentyOneIsNot() {
        assertThat(bullish(SHIPPED, 7, 20).isFor(Side.BUY)).isTrue();
        assertThat(bullish(SHIPPED, 7, 21).isFor(Side.BUY)).isFalse();
    }

    @Test
    void pivotsMustBeFarEnoughApart() {
        assertThat(bullish(rules(20, 9, 0, 0), 8, 2).isFor(Side.BUY)).isTrue();
        assertThat(bullish(rules(20, 10, 0, 0), 8, 2).isFor(Side.BUY)).isFalse();
    }

    @Test
    void strengthIsHalfThePriceChangeInPercentAndTheChangeOfD() {
        // (|−1.25 %| + 5 / 100) / 2 = 0.65
        assertThat(bullish(rules(20, 3, 0, 0.64), 7, 2).isFor(Side.BUY)).isTrue();
        assertThat(bullish(rules(20, 3, 0, 0.66), 7, 2).isFor(Side.BUY)).isFalse();
    }

    @Test
    void confirmationWaitsAndACloseBeyondThePivotUndoesIt() {
        Rules confirmed = rules(20, 3, 3, 0);
        assertThat(bullish(confirmed, 7, 4).isFor(Side.BUY)).isFalse();
        assertThat(bullish(confirmed, 7, 5).isFor(Side.BUY)).isTrue();

        Divergence undone = new Market(confirmed)
                .quiet(6)
                .low(80, 20)
                .quiet(7)
                .low(79, 25)
                .quiet(3)
                .close(78.9)
                .quiet(1)
                .divergence;
        assertThat(undone.isFor(Side.BUY)).isFalse();
    }

    @Test
    void ofTwoTheOneWithTheYoungerPivotWins() {
        Divergence laterHigh = new Market(SHIPPED)
                .quiet(6)
                .low(80, 20)
                .high(120, 80)
                .quiet(7)
                .low(79, 25)
                .high(121, 75)
                .quiet(2)
                .divergence;

        assertThat(laterHigh.isFor(Side.SELL)).isTrue();
        assertThat(laterHigh.isFor(Side.BUY)).isFalse();
    }

    @Test
    void aPivotFromBeforeTheOscillatorExistedDivergesFromNothing() {
        Divergence divergence = new Market(SHIPPED)
                .quiet(6)
                .low(80, Double.NaN)
                .quiet(7)
                .low(79, 25)
                .quiet(2)
                .divergence;

        assertThat(divergence.isFor(Side.BUY)).isFalse();
    }

    @Test
    void aRestartBetweenThePivotsChangesNothing() {
        Market before =
                new Market(SHIPPED).quiet(6).low(80, 20).quiet(7).low(79, 25).quiet(1);
        StateArray state = new StateArray();
        before.divergence.save(state);
        Divergence after = new Divergence(SHIPPED);
        after.load(state);

        after.update(111, 90, 100, FLAT_D);
        assertThat(after.isFor(Side.BUY)).isTrue();
        assertThat(state.remaining()).isZero();
    }
}
