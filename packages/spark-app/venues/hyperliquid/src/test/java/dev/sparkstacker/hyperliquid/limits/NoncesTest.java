package dev.sparkstacker.hyperliquid.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.port.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoncesTest {
    private static final String SIGNER = "0xABCDEF0000000000000000000000000000000001";

    @TempDir
    Path folder;

    private final AtomicLong venueMs = new AtomicLong(1_750_000_000_000L);
    private final Clocks clocks = new Clocks() {
        @Override
        public long venueTimeMs() {
            return venueMs.get();
        }

        @Override
        public long machineTimeMs() {
            return venueMs.get();
        }
    };

    private Nonces open() throws NonceException {
        return Nonces.open(folder, SIGNER, clocks);
    }

    private Path file() {
        return folder.resolve(SIGNER.toLowerCase(Locale.ROOT) + ".nonce");
    }

    @Test
    void aNonceIsVenueTimeOrOneMoreThanTheLast() throws Exception {
        try (Nonces nonces = open()) {
            assertThat(nonces.next()).isEqualTo(venueMs.get());
            assertThat(nonces.next()).isEqualTo(venueMs.get() + 1);
            venueMs.addAndGet(500);
            assertThat(nonces.next()).isEqualTo(venueMs.get());
        }
    }

    @Test
    void anUnkeptNonceIsUniqueAndLeavesTheDiskAlone() throws Exception {
        try (Nonces nonces = open()) {
            long kept = nonces.next();
            String before = Files.readString(file());
            venueMs.addAndGet(60_000);
            long unkept = nonces.nextUnkept();
            assertThat(unkept).isEqualTo(venueMs.get()).isGreaterThan(kept);
            assertThat(Files.readString(file())).isEqualTo(before);
            assertThat(nonces.next()).isEqualTo(unkept + 1);
            assertThat(Files.readString(file())).isNotEqualTo(before);
        }
    }

    @Test
    void manyThreadsNeverGetTheSameNonce() throws Exception {
        Set<Long> given = new ConcurrentSkipListSet<>();
        try (Nonces nonces = open()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int n = 0; n < 500; n++) {
                        given.add(nextOf(nonces));
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(given).hasSize(16 * 500);
    }

    private static long nextOf(Nonces nonces) {
        try {
            return nonces.next();
        } catch (NonceException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noRestartReusesANonceEvenWhenTheClockStandsStill() throws Exception {
        List<Long> given = new ArrayList<>();
        for (int start = 0; start < 4; start++) {
            Nonces crashed = open();
            for (int n = 0; n < 50; n++) {
                given.add(crashed.next());
            }
        }
        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsSignedMoreThanAMinuteAheadOfVenueTime() throws Exception {
        Files.writeString(file(), String.format(Locale.ROOT, "%019d\n", venueMs.get() + 60_001));
        try (Nonces nonces = open()) {
            assertThatThrownBy(nonces::next)
                    .isInstanceOf(NonceException.class)
                    .hasMessageContaining("more than a minute ahead");
            venueMs.addAndGet(1_000);
            assertThat(nonces.next()).isGreaterThan(venueMs.get());
        }
    }

    @Test
    void aValueMoreThanAnHourAheadIsAHaltThatNamesTheRemedy() throws Exception {
        Files.writeString(file(), String.format(Locale.ROOT, "%019d\n", venueMs.get() + 3_600_001));
        assertThatThrownBy(this::open)
                .isInstanceOf(NonceException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("approve a new agent key");
    }

    @Test
    void aDamagedFileIsAHaltAndIsLeftAlone() throws IOException {
        Files.writeString(file(), "12345");
        assertThatThrownBy(this::open).isInstanceOf(NonceException.class).hasMessageContaining("is damaged");
        assertThat(Files.readString(file())).isEqualTo("12345");
    }

    @Test
    void theFileIsWrittenInBlocksAndAlwaysCoversWhatWasGiven() throws Exception {
        try (Nonces nonces = open()) {
            long first = nonces.next();
            String written = Files.readString(file());
            for (int i = 0; i < 1_000; i++) {
                assertThat(nonces.next()).isLessThanOrEqualTo(Long.parseLong(written.strip()));
            }
            assertThat(Files.readString(file())).isEqualTo(written);
            assertThat(Long.parseLong(written.strip())).isGreaterThan(first);
        }
    }
}
