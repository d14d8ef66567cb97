package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import org.junit.jupiter.api.Test;

class OscillatorsTest {

    private static Oscillators after(double... lastCloses) {
        Oscillators oscillators = new Oscillators();
        for (int i = 0; i < 60 - lastCloses.length; i++) {
            oscillators.update(200, 100, 150);
        }
        for (double close : lastCloses) {
            oscillators.update(200, 100, close);
        }
        return oscillators;
    }

    @Test
    void allFourBelowTwentyIsAQuadExtremeForABuy() {
        Oscillators oscillators = after(119.99);

        assertThat(oscillators.isReady()).isTrue();
        assertThat(oscillators.isQuadExtreme(Side.BUY)).isTrue();
        assertThat(oscillators.isQuadExtreme(Side.SELL)).isFalse();
        assertThat(oscillators.reading().outside(Side.BUY)).isEqualTo("none");
    }

    @Test
    void twentyItselfIsOutside() {
        Oscillators oscillators = after(120);

        assertThat(oscillators.inZone(Side.BUY)).isZero();
        assertThat(oscillators.reading().outside(Side.BUY)).isEqualTo("fast medium slow trend");
    }

    @Test
    void aLongOscillatorThatDisagreesIsNamed() {
        Oscillators oscillators = new Oscillators();
        oscillators.update(200, 10, 150);
        for (int i = 0; i < 59; i++) {
            oscillators.update(200, 100, 110);
        }

        assertThat(oscillators.inZone(Side.BUY)).isEqualTo(3);
        assertThat(oscillators.reading().outside(Side.BUY)).isEqualTo("trend");
        assertThat(oscillators.areFastAndMediumInZone(Side.BUY)).isTrue();
    }

    @Test
    void aboveEightyIsTheSellersZone() {
        assertThat(after(180.01).isQuadExtreme(Side.SELL)).isTrue();
        assertThat(after(180).isQuadExtreme(Side.SELL)).isFalse();
        assertThat(after(151).areSlowAndTrendWith(Side.BUY)).isTrue();
        assertThat(after(150).areSlowAndTrendWith(Side.BUY)).isFalse();
    }
}
