package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a generator stood, in a file, so that a restart need not go through all of its steps again. It holds nothing
 * that cannot be made anew: a file of another generator, a torn end, a failed write cost time and nothing else.
 *
 * <pre>
 *  header  magic 8 | identity 8 | crc 4
 *  'B'     count 4 | count times (open time 8 | open 8 | high 8 | low 8 | close 8 | volume 8 | trades 8) | crc 4
 *  'S'     next step 8 | random 8 | log price 8 | cluster 8 | regime 4 | its steps left 4 | oracle 8
 *          | 1 if a bar forms | that bar 56 | crc 4                                               a state behind its bars
 * </pre>
 */
public final class GeneratorMemory {
    private static final Logger LOG = LoggerFactory.getLogger(GeneratorMemory.class);
    /** Changes with the generator's algorithm: what another one wrote is not taken up. */
    private static final long VERSION = 1;

    private static final long MAGIC = 0x5353_5052_4943_4553L;
    private static final int HEADER = 20;
    private static final int BAR = 7 * Long.BYTES;
    private static final int BARS_FRAME = 1 + 4 + 4;
    private static final int STATE_RECORD = 1 + 4 * Long.BYTES + 8 + Long.BYTES + 1 + BAR + 4;
    private static final int KEPT = 50_000;
    private static final List<Regime> REGIMES = List.of(Regime.values());

    private final Path file;
    private final long identity;
    private final CRC32 crc = new CRC32();
    private long validLength;
    private int barsInFile;

    /** Where a generator stands between two steps. */
    record State(
            long nextStepMs,
            PricePath.State path,
            double oracle,
            @Nullable Bar forming) {}

    /** A state and the closed bars before it, at most the newest 50,000. */
    record Recalled(State state, List<Bar> bars) {}

    /** Where the state and the blocks of bars before it lie. */
    private static final class Found {
        private final List<Integer> blocks = new ArrayList<>();
        private int end;
        private int stateAt;
        private int blocksBefore;
        private int bars;
        private int barsSeen;

        void block(int at, int count) {
            blocks.add(at);
            barsSeen += count;
        }

        void state(int at, int endAt) {
            stateAt = at;
            end = endAt;
            blocksBefore = blocks.size();
            bars = barsSeen;
        }
    }

    /** The memory of one market's generator, in a folder. */
    public GeneratorMemory(Path folder, MarketId market, SeededGenerator.Origin origin) {
        this.file = folder.resolve("prices-" + market.coin() + ".bin");
        long hash = VERSION;
        for (long part : new long[] {
            origin.seed(),
            origin.startPrice().e8(),
            origin.genesisMs(),
            market.coin().hashCode()
        }) {
            hash = new SplitMix(hash ^ part).nextLong();
        }
        this.identity = hash;
    }

    /** The newest state whose next step is not after a venue time, or null; what is newer is forgotten. */
    @Nullable
    Recalled recall(long atMostMs) {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            Found found = newest(bytes, atMostMs);
            if (found == null) {
                return null;
            }
            validLength = found.end;
            barsInFile = found.bars;
            List<Bar> bars = bars(bytes, found);
            return new Recalled(state(bytes, found.stateAt + 1), bars);
        } catch (IOException unreadable) {
            LOG.debug("No stored prices", unreadable);
            return null;
        }
    }

    private @Nullable Found newest(ByteBuffer bytes, long atMostMs) {
        if (bytes.limit() < HEADER || !isIntact(bytes, 0, HEADER) || bytes.getLong(0) != MAGIC) {
            return null;
        }
        if (bytes.getLong(8) != identity) {
            return null;
        }
        Found found = new Found();
        int at = HEADER;
        while (at < bytes.limit()) {
            int length = length(bytes, at);
            if (length > bytes.limit() - at || !isIntact(bytes, at, length)) {
                break;
            }
            if (bytes.get(at) == 'B') {
                found.block(at, bytes.getInt(at + 1));
            } else if (bytes.getLong(at + 1) <= atMostMs) {
                found.state(at, at + length);
            } else {
                break;
            }
            at += length;
        }
        return found.end == 0 ? null : found;
    }

    /** Length of the record that begins here, or more than there can be where it is none. */
    private static int length(ByteBuffer bytes, int at) {
        if (bytes.get(at) == 'S') {
            return STATE_RECORD;
        }
        int count = bytes.limit() - at < BARS_FRAME ? -1 : bytes.getInt(at + 1);
        boolean possible = bytes.get(at) == 'B' && count >= 0 && count <= bytes.limit() / BAR;
        return possible ? BARS_FRAME + count * BAR : Integer.MAX_VALUE;
    }

    private static List<Bar> bars(ByteBuffer bytes, Found found) {
        int skip = Math.max(0, found.bars - KEPT);
        List<Bar> bars = new ArrayList<>(found.bars - skip);
        for (int at : found.blocks.subList(0, found.blocksBefore)) {
            int count = bytes.getInt(at + 1);
            for (int i = Math.min(skip, count); i < count; i++) {
                bars.add(bar(bytes, at + 5 + i * BAR));
            }
            skip -= Math.min(skip, count);
        }
        return bars;
    }

    /** Adds closed bars and the state behind them; false if the disk refused, after which all of it is still to be added. */
    boolean append(List<Bar> bars, State state) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + BARS_FRAME + bars.size() * BAR + STATE_RECORD);
        if (validLength == 0) {
            out.putLong(MAGIC).putLong(identity);
            seal(out, 0);
        }
        putRecord(out, bars);
        putRecord(out, state);
        out.flip();
        int length = out.limit();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(validLength);
            channel.position(validLength);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            validLength += length;
            barsInFile += bars.size();
        } catch (IOException refused) {
            LOG.debug("Prices not stored", refused);
            return false;
        }
        if (barsInFile > 2 * KEPT) {
            shorten(state.nextStepMs());
        }
        return true;
    }

    private void shorten(long atMostMs) {
        Recalled all = recall(atMostMs);
        if (all == null) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        GeneratorMemory shorter = new GeneratorMemory(next, identity);
        try {
            Files.deleteIfExists(next);
            if (shorter.append(all.bars, all.state)) {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                validLength = shorter.validLength;
                barsInFile = shorter.barsInFile;
            }
        } catch (IOException refused) {
            LOG.debug("Stored prices not shortened", refused);
        }
    }

    private GeneratorMemory(Path file, long identity) {
        this.file = file;
        this.identity = identity;
    }

    private void putRecord(ByteBuffer out, List<Bar> bars) {
        int start = out.position();
        out.put((byte) 'B').putInt(bars.size());
        bars.forEach(bar -> put(out, bar));
        seal(out, start);
    }

    private void putRecord(ByteBuffer out, State state) {
        int start = out.position();
        PricePath.State path = state.path;
        out.put((byte) 'S').putLong(state.nextStepMs).putLong(path.random());
        out.putDouble(path.logPrice()).putDouble(path.cluster());
        out.putInt(REGIMES.indexOf(path.regime()))
                .putInt(path.regimeStepsLeft())
                .putDouble(state.oracle);
        Bar forming = state.forming;
        out.put((byte) (forming == null ? 0 : 1));
        if (forming == null) {
            out.put(new byte[BAR]);
        } else {
            put(out, forming);
        }
        seal(out, start);
    }

    private static State state(ByteBuffer bytes, int at) {
        PricePath.State path = new PricePath.State(
                bytes.getLong(at + 8),
                bytes.getDouble(at + 16),
                bytes.getDouble(at + 24),
                REGIMES.get(bytes.getInt(at + 32)),
                bytes.getInt(at + 36));
        return new State(
                bytes.getLong(at),
                path,
                bytes.getDouble(at + 40),
                bytes.get(at + 48) == 0 ? null : bar(bytes, at + 49));
    }

    private static void put(ByteBuffer out, Bar bar) {
        out.putLong(bar.openTimeMs());
        out.putLong(bar.open().e8()).putLong(bar.high().e8());
        out.putLong(bar.low().e8()).putLong(bar.close().e8());
        out.putLong(bar.volume().e8()).putLong(bar.trades());
    }

    private static Bar bar(ByteBuffer bytes, int at) {
        return new Bar(
                bytes.getLong(at),
                new Price(bytes.getLong(at + 8)),
                new Price(bytes.getLong(at + 16)),
                new Price(bytes.getLong(at + 24)),
                new Price(bytes.getLong(at + 32)),
                new Quantity(bytes.getLong(at + 40)),
                bytes.getLong(at + 48));
    }

    private void seal(ByteBuffer out, int start) {
        out.putInt(crc(out, start, out.position() - start));
    }

    private boolean isIntact(ByteBuffer bytes, int start, int length) {
        return bytes.getInt(start + length - 4) == crc(bytes, start, length - 4);
    }

    private int crc(ByteBuffer bytes, int start, int length) {
        crc.reset();
        crc.update(bytes.slice(start, length));
        return (int) crc.getValue();
    }
}
