package dev.sparkstacker.sandbox.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator that takes up where it was saved gives the prices of one that goes through everything again. */
class GeneratorMemoryTest {
    private static final Instrument ETH =
            new Instrument(new MarketId("ETH"), 0, 4, new Leverage(25), false, Usd.of("10"));
    private static final long GENESIS = 1_800_000_000_000L;
    private static final long HOUR_MS = 3_600_000L;
    private static final SeededGenerator.Origin ORIGIN = new SeededGenerator.Origin(5, Price.of("2500"), GENESIS);

    @TempDir
    Path folder;

    private GeneratorMemory memory() {
        return new GeneratorMemory(folder, ETH.market(), ORIGIN);
    }

    private static SeededGenerator generator(long startMs, @Nullable GeneratorMemory memory) {
        return new SeededGenerator(ETH, ORIGIN, startMs, memory);
    }

    private static final class Tape implements PriceListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            for (int level = 0; level < book.levels(Side.BUY); level++) {
                lines.add(timeMs + " " + book.priceE8(Side.BUY, level) + "*" + book.sizeE8(Side.BUY, level) + "/"
                        + book.priceE8(Side.SELL, level) + "*" + book.sizeE8(Side.SELL, level));
            }
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            lines.add(timeMs + " " + aggressor + " " + size + "@" + price);
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            lines.add(timeMs + " " + mark + " " + oracle + " " + premium);
        }
    }

    private static List<String> tape(PriceSource source, long untilMs) {
        Tape tape = new Tape();
        source.advanceTo(untilMs, tape);
        return tape.lines;
    }

    /** Runs a generator with a memory from a start to an end and saves each hour, as a sandbox does. */
    private void run(long startMs, long endMs) {
        SeededGenerator generator = generator(startMs, memory());
        for (long now = startMs; now < endMs; now += HOUR_MS) {
            tape(generator, now);
            generator.save();
        }
    }

    private static void assertSame(SeededGenerator resumed, SeededGenerator anew, long startMs) {
        List<Bar> known = resumed.history(ETH.market());
        assertThat(known).isEqualTo(anew.history(ETH.market()));
        assertThat(tape(resumed, startMs + HOUR_MS)).isEqualTo(tape(anew, startMs + HOUR_MS));
    }

    @Test
    void pricesHistoryAndBooksAreTheSameWithAndWithout() {
        long start = GENESIS + 100 * HOUR_MS;
        run(start, start + 30 * HOUR_MS);
        for (long restart : new long[] {start + 29 * HOUR_MS + 1, start + 31 * HOUR_MS + 17_123, start + 5 * HOUR_MS}) {
            assertThat(memory().recall(restart)).as("something is taken up").isNotNull();
            assertSame(generator(restart, memory()), generator(restart, null), restart);
        }
    }

    @Test
    void aRestartOfARestartStillAgrees() {
        long start = GENESIS + 10 * HOUR_MS;
        run(start, start + 3 * HOUR_MS);
        run(start + 4 * HOUR_MS + 33_000, start + 9 * HOUR_MS);
        long restart = start + 12 * HOUR_MS + 1_500;
        assertSame(generator(restart, memory()), generator(restart, null), restart);
    }

    @Test
    void aTornEndADamagedByteOrAnotherGeneratorsFileCostTimeOnly() throws Exception {
        long start = GENESIS + 10 * HOUR_MS;
        run(start, start + 6 * HOUR_MS);
        Path file = folder.resolve("prices-ETH.bin");
        byte[] whole = Files.readAllBytes(file);
        long restart = start + 6 * HOUR_MS + 500;
        for (int cut : new int[] {0, 10, 21, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            assertSame(generator(restart, memory()), generator(restart, null), restart);
        }
        for (int flip : new int[] {3, 12, 40, whole.length / 3, whole.length - 60}) {
            byte[] damaged = whole.clone();
            damaged[flip] ^= 0x10;
            Files.write(file, damaged);
            assertSame(generator(restart, memory()), generator(restart, null), restart);
        }
        SeededGenerator.Origin other = new SeededGenerator.Origin(6, Price.of("2500"), GENESIS);
        Files.write(file, whole);
        assertThat(new GeneratorMemory(folder, ETH.market(), other).recall(restart))
                .isNull();
        assertThat(memory().recall(restart)).isNotNull();
    }

    @Test
    void aFileThatCannotBeWrittenIsAddedToLater() throws Exception {
        long start = GENESIS + 10 * HOUR_MS;
        Path gone = folder.resolve("gone");
        SeededGenerator generator = generator(start, new GeneratorMemory(gone, ETH.market(), ORIGIN));
        tape(generator, start + HOUR_MS);
        generator.save();
        assertThat(gone).doesNotExist();
        Files.createDirectory(gone);
        tape(generator, start + 2 * HOUR_MS);
        generator.save();
        long restart = start + 2 * HOUR_MS + 1;
        GeneratorMemory memory = new GeneratorMemory(gone, ETH.market(), ORIGIN);
        assertThat(memory.recall(restart + 999)).isNotNull();
        assertSame(generator(restart, memory), generator(restart, null), restart);
    }

    @Test
    void itsNumbersAreThoseOfTheLibrary() {
        SplitMix own = new SplitMix(99);
        SplittableRandom library = new SplittableRandom(99);
        for (int i = 0; i < 10_000; i++) {
            assertThat(own.nextDouble()).isEqualTo(library.nextDouble());
            assertThat(own.nextInt(5_400)).isEqualTo(library.nextInt(5_400));
            assertThat(own.nextGaussian()).isEqualTo(library.nextGaussian());
            assertThat(own.nextBoolean()).isEqualTo(library.nextBoolean());
        }
        assertThat(new SplitMix(own.state()).nextLong()).isEqualTo(own.nextLong());
    }
}
