package dev.sparkstacker.benchmarks;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.feed.BookSide;
import dev.sparkstacker.wire.feed.FrameFailure;
import dev.sparkstacker.wire.feed.FrameListener;
import dev.sparkstacker.wire.feed.FrameParser;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Full books, twenty levels a side as the venue sends them, from bytes to numbers. */
@State(Scope.Thread)
public class FrameBench {
    private static final int FRAMES = 64;
    private static final int LEVELS = 20;

    private final FrameParser parser = new FrameParser();
    private final Sum sum = new Sum();
    private final JsonMapper mapper = new JsonMapper();
    private byte[][] frames = new byte[0][];
    private int next;

    /** Builds the frames. */
    @Setup
    public void build() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        frames = new byte[FRAMES][];
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = frame(random, 1_795_000_000_000L + i * 100L).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The product's parser, to fixed point. */
    @Benchmark
    public long frameParser() {
        parser.parse(frame(), sum);
        return sum.total;
    }

    /** The peer: Jackson's tree of the same bytes, without turning its texts into numbers. */
    @Benchmark
    public JsonNode jacksonTree() {
        return mapper.readTree(frame());
    }

    private byte[] frame() {
        next = (next + 1) % FRAMES;
        return frames[next];
    }

    private static String frame(SplittableRandom random, long timeMs) {
        StringBuilder text = new StringBuilder("{\"channel\":\"l2Book\",\"data\":{\"coin\":\"ETH\",\"time\":")
                .append(timeMs)
                .append(",\"levels\":[");
        int bidTenths = 25_000 + random.nextInt(100);
        side(text, random, bidTenths, -1);
        text.append(',');
        side(text, random, bidTenths + 1, 1);
        return text.append("]}}").toString();
    }

    private static void side(StringBuilder text, SplittableRandom random, int bestTenths, int step) {
        text.append('[');
        for (int i = 0; i < LEVELS; i++) {
            int tenths = bestTenths + i * step;
            text.append(i == 0 ? "" : ",")
                    .append("{\"px\":\"")
                    .append(tenths / 10)
                    .append('.')
                    .append(tenths % 10)
                    .append("\",\"sz\":\"")
                    .append(random.nextInt(1, 500))
                    .append('.')
                    .append(random.nextInt(1_000, 10_000))
                    .append("\",\"n\":")
                    .append(random.nextInt(1, 40))
                    .append('}');
        }
        text.append(']');
    }

    private static final class Sum implements FrameListener {
        private long total;

        @Override
        public void onBook(String coin, long timeMs, BookSide bids, BookSide asks) {
            if (bids.size() != LEVELS || asks.size() != LEVELS) {
                throw new IllegalStateException("A frame lost levels");
            }
            for (int i = 0; i < LEVELS; i++) {
                total += bids.priceE8(i) + bids.sizeE8(i) + asks.priceE8(i) + asks.sizeE8(i);
            }
        }

        @Override
        public void onBbo(String coin, long timeMs, BookSide bid, BookSide ask) {
            throw new IllegalStateException("Not a book");
        }

        @Override
        public void onTrade(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid) {
            throw new IllegalStateException("Not a book");
        }

        @Override
        public void onCandle(
                String coin,
                String interval,
                long openMs,
                long closeMs,
                long openE8,
                long highE8,
                long lowE8,
                long closeE8,
                long volumeE8,
                long trades) {
            throw new IllegalStateException("Not a book");
        }

        @Override
        public void onAssetCtx(
                String coin, long markE8, long oracleE8, long midE8, long fundingE12, long openInterestE8) {
            throw new IllegalStateException("Not a book");
        }

        @Override
        public void onOther(String channel) {
            throw new IllegalStateException("Not a book: " + channel);
        }

        @Override
        public void onFailure(FrameFailure failure) {
            throw new IllegalStateException("The benchmark's own frame is refused: " + failure);
        }
    }
}
