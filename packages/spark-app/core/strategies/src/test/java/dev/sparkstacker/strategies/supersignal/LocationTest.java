package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import org.junit.jupiter.api.Test;

class LocationTest {
    private final Location location = new Location(0.5);

    private void twentyBarsThenClose(double close) {
        for (int i = 0; i < 19; i++) {
            location.update(110, 100, 105);
        }
        assertThat(location.isReady()).isFalse();
        location.update(110, 100, close);
        assertThat(location.isReady()).isTrue();
    }

    @Test
    void lessThanHalfAPercentAboveTheLowestLowIsSupport() {
        twentyBarsThenClose(100.49);

        assertThat(location.isNear(Side.BUY)).isTrue();
        assertThat(location.isNear(Side.SELL)).isFalse();
    }

    @Test
    void halfAPercentIsTooFar() {
        twentyBarsThenClose(100.5);

        assertThat(location.isNear(Side.BUY)).isFalse();
    }

    @Test
    void resistanceIsMeasuredFromTheHighestHigh() {
        twentyBarsThenClose(109.5);

        assertThat(location.isNear(Side.SELL)).isTrue();
        assertThat(location.isNear(Side.BUY)).isFalse();
    }

    @Test
    void inANarrowRangeEachSideHasItsOwn() {
        for (int i = 0; i < 20; i++) {
            location.update(100.1, 100, 100.05);
        }
        assertThat(location.isNear(Side.BUY)).isTrue();
        assertThat(location.isNear(Side.SELL)).isTrue();
    }
}
