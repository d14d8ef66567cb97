package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import org.junit.jupiter.api.Test;

class EmbeddedStreakTest {
    private final EmbeddedStreak streak = new EmbeddedStreak();

    @Test
    void oneAndTwoBarsRequireLocationAndThreeBlock() {
        streak.update(91);
        assertThat(streak.requiresLocation(Side.SELL)).isTrue();
        streak.update(95);
        assertThat(streak.requiresLocation(Side.SELL)).isTrue();
        assertThat(streak.blocks(Side.SELL)).isFalse();
        streak.update(100);
        assertThat(streak.blocks(Side.SELL)).isTrue();
        assertThat(streak.requiresLocation(Side.SELL)).isFalse();
        assertThat(streak.blocks(Side.BUY)).as("with the trend").isFalse();
    }

    @Test
    void theBordersThemselvesAreNotEmbedded() {
        streak.update(90);
        assertThat(streak.barsAgainst(Side.SELL)).isZero();
        streak.update(10);
        assertThat(streak.barsAgainst(Side.BUY)).isZero();
        streak.update(9.99);
        assertThat(streak.barsAgainst(Side.BUY)).isEqualTo(1);
    }

    @Test
    void oneBarOutsideEndsTheStreak() {
        streak.update(5);
        streak.update(5);
        streak.update(50);
        streak.update(5);
        assertThat(streak.barsAgainst(Side.BUY)).isEqualTo(1);
    }
}
