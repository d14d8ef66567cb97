package dev.sparkstacker.hyperliquid.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintMemoryTest {
    private final PrintMemory memory = new PrintMemory(1_000);

    @Test
    void printsOlderThanTheFeedAreNotNew() {
        assertThat(memory.isNew(999, 1)).isFalse();
        assertThat(memory.isNew(1_000, 2)).isTrue();
    }

    @Test
    void printsOfOneBlockAreToldApartByTheirId() {
        assertThat(memory.isNew(2_000, 7)).isTrue();
        assertThat(memory.isNew(2_000, 8)).isTrue();
        assertThat(memory.isNew(2_000, 7)).isFalse();
        assertThat(memory.isNew(2_000, 8)).isFalse();
    }

    @Test
    void anIdMayComeAgainInALaterBlock() {
        assertThat(memory.isNew(2_000, 7)).isTrue();
        assertThat(memory.isNew(2_001, 7)).isTrue();
        assertThat(memory.isNew(2_000, 9)).isFalse();
    }
}
