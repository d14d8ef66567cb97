package dev.sparkstacker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResidentSizeTest {
    @Test
    void aHeapThatGrowsEveryHourShowsItsGrowth() {
        assertThat(ResidentSize.trendMb(looks(20, 20.5, 21, 21.5, 22))).isCloseTo(2, within(1e-9));
    }

    @Test
    void aHeapThatOnlySwingsIsFlat() {
        assertThat(ResidentSize.trendMb(looks(20, 24, 20, 24, 20))).isCloseTo(0, within(1e-9));
    }

    @Test
    void oneLookHasNoTrend() {
        assertThat(ResidentSize.trendMb(looks(20))).isZero();
    }

    private static List<ResidentSize.Look> looks(double... heapMb) {
        List<ResidentSize.Look> looks = new ArrayList<>();
        for (double heap : heapMb) {
            looks.add(new ResidentSize.Look(100, heap));
        }
        return looks;
    }
}
