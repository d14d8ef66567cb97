package dev.sparkstacker.domain.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordCodecTest {
    private static final AtomicLong SEEDS = new AtomicLong(20260101);

    /** One component of every kind; arrays because states may hold rings of numbers. */
    @SuppressWarnings("ArrayRecordComponent") // compared component by component below
    record Everything(
            int small,
            long large,
            boolean flag,
            double real,
            String text,
            byte[] bytes,
            long[] longs,
            List<Long> numbers,
            List<String> texts,
            @Nullable Long maybeNumber,
            @Nullable String maybeText,
            @Nullable Price maybePrice,
            @Nullable List<Price> maybePrices) {}

    record Pair(int first, String second) {}

    record Renamed(int first, String other) {}

    record Chain(@Nullable Chain next) {}

    record Foreign(java.time.Instant instant) {}

    record Empty() {}

    record Empties(List<Empty> empties) {}

    sealed interface Clash {
        @WireId(1)
        record One() implements Clash {}

        @WireId(1)
        record Other() implements Clash {}
    }

    sealed interface Unnumbered {
        record One() implements Unnumbered {}
    }

    @TestFactory
    Stream<DynamicTest> everyEventReadsBackAsItWas() {
        return RandomRecords.members(Event.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> readsBack(Event.class, type)));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandReadsBackAsItWas() {
        return RandomRecords.members(Command.class).stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> readsBack(Command.class, type)));
    }

    private static <T> void readsBack(Class<T> family, Class<?> type) {
        long seed = SEEDS.incrementAndGet();
        RandomRecords records = new RandomRecords(seed);
        RecordCodec<T> codec = RecordCodec.forType(family);
        for (int i = 0; i < 300; i++) {
            T value = family.cast(records.next(type));
            byte[] bytes = codec.toBytes(value);
            T back = codec.fromBytes(bytes);
            assertThat(back).as("seed %d", seed).isEqualTo(value);
            assertThat(codec.toBytes(back)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void damagedBytesGiveACodecExceptionOrAnotherCanonicalValue() {
        long seed = 4711;
        Random random = new Random(seed);
        RandomRecords records = new RandomRecords(seed);
        RecordCodec<Event> codec = RecordCodec.forType(Event.class);
        int refused = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] bytes = damage(codec.toBytes(records.next(Event.class)), random);
            try {
                Event value = codec.fromBytes(bytes);
                assertThat(codec.toBytes(value)).as("seed %d, case %d", seed, i).isEqualTo(bytes);
            } catch (CodecException expected) {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        switch (random.nextInt(3)) {
            case 0 -> damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            default -> {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                int from = random.nextInt(damaged.length);
                damaged = Arrays.copyOf(damaged, from + noise.length);
                System.arraycopy(noise, 0, damaged, from, noise.length);
            }
        }
        return damaged;
    }

    @Test
    void everyKindOfComponentReadsBack() {
        RecordCodec<Everything> codec = RecordCodec.forType(Everything.class);
        Everything full = new Everything(
                -1,
                Long.MIN_VALUE,
                true,
                -0.0,
                "grün 🟢 \uD800 lone",
                new byte[] {1, -2},
                new long[] {-3, 4},
                List.of(5L, -6L),
                List.of("", "x"),
                7L,
                "y",
                new Price(8),
                List.of(new Price(9)));
        Everything sparse = new Everything(
                0, 0, false, Double.NaN, "", new byte[0], new long[0], List.of(), List.of(), null, null, null, null);
        for (Everything value : List.of(full, sparse)) {
            Everything back = codec.fromBytes(codec.toBytes(value));
            assertThat(back).usingRecursiveComparison().ignoringFields("real").isEqualTo(value);
            assertThat(Double.doubleToRawLongBits(back.real())).isEqualTo(Double.doubleToRawLongBits(value.real()));
        }
    }

    @Test
    void theBytesOfABestBidOfferAreTheseForEver() {
        Event quote = new MarketEvent.BestBidOffer(
                new MarketId("ETH"), Price.of("0.00000001"), new Quantity(64), new Price(2), new Quantity(0), -1);
        assertThat(HexFormat.of().formatHex(RecordCodec.forType(Event.class).toBytes(quote)))
                .isEqualTo("02" + "03455448" + "02" + "8001" + "04" + "00" + "01");
    }

    @Test
    void aComponentMayBeOneRecordOfAFamilyAndIsThenWrittenWithoutItsNumber() {
        RecordCodec<SystemEvent.Connected> codec = RecordCodec.forType(SystemEvent.Connected.class);
        assertThat(codec.toBytes(new SystemEvent.Connected("ws"))).containsExactly(2, 'w', 's');
        assertThat(RecordCodec.forType(OperatorEvent.class).toBytes(new OperatorEvent.StopRequested(0, "", true)))
                .containsExactly(64, 0, 0, 1);
    }

    @Test
    void theSchemaTellsTheFormAndItsHashNoticesEveryChange() {
        RecordCodec<Pair> codec = RecordCodec.forType(Pair.class);
        assertThat(codec.schema())
                .isEqualTo("root " + Pair.class.getName() + "\n" + Pair.class.getName()
                        + " = record { first: int, second: string }\n");
        assertThat(codec.schemaHash()).isEqualTo(RecordCodec.forType(Pair.class).schemaHash());
        assertThat(codec.schemaHash())
                .isNotEqualTo(RecordCodec.forType(Renamed.class).schemaHash());
        assertThat(RecordCodec.forType(Event.class).schema())
                .contains("clientOrderId: dev.sparkstacker.domain.ClientOrderId?")
                .contains("dev.sparkstacker.domain.Side = enum { BUY, SELL }");
    }

    @Test
    void aTypeWithoutACanonicalFormIsRefusedByName() {
        assertThatThrownBy(() -> RecordCodec.forType(Foreign.class)).hasMessageContaining("java.time.Instant");
        assertThatThrownBy(() -> RecordCodec.forType(Chain.class)).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> RecordCodec.forType(Empties.class)).hasMessageContaining("hold nothing");
        assertThatThrownBy(() -> RecordCodec.forType(Clash.class)).hasMessageContaining("@WireId 1 names both");
        assertThatThrownBy(() -> RecordCodec.forType(Unnumbered.class)).hasMessageContaining("needs a @WireId");
    }

    @Test
    @SuppressWarnings("NullAway") // the null that a careless caller could pass
    void anUndeclaredNullIsRefusedAndLeavesTheSinkAsItWas() {
        RecordCodec<Pair> codec = RecordCodec.forType(Pair.class);
        ByteSink sink = new ByteSink();
        sink.writeByte(9);
        assertThatThrownBy(() -> codec.encode(new Pair(1, null), sink))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("second is null but not @Nullable");
        assertThat(sink.toByteArray()).containsExactly(9);
    }

    @Test
    void aClaimedCountBeyondTheBytesIsRefusedBeforeMemoryIsTaken() {
        RecordCodec<Everything> codec = RecordCodec.forType(Everything.class);
        byte[] bytes = HexFormat.of().parseHex("0000000000000000000000ffffffff07");
        assertThatThrownBy(() -> codec.fromBytes(bytes))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("A count of");
    }

    @Test
    void theStateHashIsTheSameForEverAndTellsNeighboursApart() {
        assertThat(StateHash.of("")).isEqualTo(StateHash.of(new byte[0]));
        assertThat(Long.toHexString(StateHash.of("spark stacker"))).isEqualTo("e162b57a96b695b");
        List<Long> hashes = new ArrayList<>();
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            hashes.add(StateHash.of(bytes));
            for (int i = 0; i < length; i++) {
                bytes[i] = 1;
                hashes.add(StateHash.of(bytes));
                bytes[i] = 0;
            }
        }
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(StateHash.extend(StateHash.extend(1, 2), 3))
                .isNotEqualTo(StateHash.extend(StateHash.extend(1, 3), 2));
    }
}
