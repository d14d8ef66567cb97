package dev.sparkstacker.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTimesTest {
    private static final int ROUNDS = 2_000;

    /** Any earlier value may be gone on from, as after a reset or a snapshot; none changes by what follows it. */
    @Test
    void everyValueKeepsItsInstantsWhateverIsAddedToItOrBesideIt() {
        long seed = 4_711;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<RecentTimes> values = new ArrayList<>(List.of(RecentTimes.NONE));
        List<List<Long>> oracle = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < ROUNDS; i++) {
            boolean goesOn = random.nextInt(10) > 0;
            int from = goesOn ? values.size() - 1 : random.nextInt(values.size());
            int keep = 1 + random.nextInt(60);
            values.add(values.get(from).with(i, keep));
            List<Long> expected = new ArrayList<>(oracle.get(from));
            expected.add((long) i);
            oracle.add(List.copyOf(expected.subList(Math.max(0, expected.size() - keep), expected.size())));
        }
        assertThat(values.stream().map(RecentTimes::timesMs).toList()).isEqualTo(oracle);
    }

    @Test
    void anInstantExactlyAsOldAsTheWindowIsOut() {
        RecentTimes times = RecentTimes.NONE.with(1_000, 5).with(2_000, 5).with(3_000, 5);

        assertThat(times.within(3_000, 1_000)).isEqualTo(1);
        assertThat(times.within(3_000, 1_001)).isEqualTo(2);
        assertThat(times.within(3_000, 10_000)).isEqualTo(3);
    }
}
