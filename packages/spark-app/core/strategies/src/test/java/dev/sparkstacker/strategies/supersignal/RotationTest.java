package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import org.junit.jupiter.api.Test;

class RotationTest {
    private final Rotation rotation = new Rotation();

    private void bars(double... kAndD) {
        for (int i = 0; i < kAndD.length; i += 2) {
            rotation.update(kAndD[i], kAndD[i + 1]);
        }
    }

    @Test
    void aCrossFromBelowThatLeavesTheExtremeTurnsUp() {
        bars(10, 12, 15, 13);

        assertThat(rotation.crossed(Side.BUY)).isTrue();
        assertThat(rotation.turned(Side.BUY)).isTrue();
        assertThat(rotation.crossed(Side.SELL)).isFalse();
    }

    @Test
    void aCrossFromEqualityCountsAndEqualityItselfDoesNot() {
        bars(12, 12, 15, 13);
        assertThat(rotation.crossed(Side.BUY)).isTrue();

        bars(10, 12, 13, 13);
        assertThat(rotation.crossed(Side.BUY)).isFalse();
    }

    @Test
    void aCrossThatSinksTowardsTheExtremeDoesNotTurn() {
        bars(10, 12, 9, 8);

        assertThat(rotation.crossed(Side.BUY)).isTrue();
        assertThat(rotation.turned(Side.BUY)).isFalse();
    }

    @Test
    void theMirrorTurnsDown() {
        bars(90, 88, 85, 87);

        assertThat(rotation.turned(Side.SELL)).isTrue();
        assertThat(rotation.crossed(Side.BUY)).isFalse();
    }

    @Test
    void theFirstValueCrossesNothing() {
        bars(15, 13);

        assertThat(rotation.crossed(Side.BUY)).isFalse();
        assertThat(rotation.reached(Side.BUY, 10)).isFalse();
    }

    @Test
    void aLevelIsReachedOnceInFavour() {
        bars(49, 50, 50, 50);
        assertThat(rotation.reached(Side.BUY, 50)).isTrue();
        bars(55, 50);
        assertThat(rotation.reached(Side.BUY, 50)).as("was above before").isFalse();
        bars(50, 50);
        assertThat(rotation.reached(Side.SELL, 50)).isTrue();
    }
}
