package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Synthetic prices of one market, a pure function of seed, start price and genesis: whoever asks for a venue time gets
 * the same prices, however often the process was restarted in between.
 *
 * <p>With a {@link GeneratorMemory} a restart takes up where it was last saved; the prices are the same without.
 *
 * <p>Each second of venue time gives a step of the path, a modelled book and a context, and now and then a print. From
 * the genesis to {@link #startMs} only one-minute bars are kept: the history that the venue would have.
 */
public final class SeededGenerator implements PriceSource {
    private static final long STEP_MS = 1_000;
    private static final double PRINTS_PER_STEP = 0.6;
    private static final double HALF_SPREAD = 0.00002;
    private static final double TOUCH_NOTIONAL_USD = 60_000;
    private static final double ORACLE_FOLLOWS = 0.25;

    /** Takes one print. */
    @FunctionalInterface
    private interface PrintTaker {
        void take(Side aggressor, Price price, Quantity size);
    }

    private final Instrument instrument;
    private final long bookSeed;
    private final PricePath path;
    private final Ladder ladder;
    private final List<Bar> history = new ArrayList<>();
    private final List<Bar> unsaved = new ArrayList<>();
    private final CandleBuilder builder = new CandleBuilder(60_000);
    private final @Nullable GeneratorMemory memory;
    private final long startMs;
    private long nextStepMs;
    private double oracle;

    /**
     * A generator whose prices before the start are history.
     *
     * @param genesisMs venue time of the first step; a multiple of a minute
     * @param startMs venue time from which on prices are delivered
     */
    public SeededGenerator(Instrument instrument, long seed, Price startPrice, long genesisMs, long startMs) {
        this(instrument, new Origin(seed, startPrice, genesisMs), startMs, null);
    }

    /**
     * A generator that takes up what a memory holds of it, if anything, instead of going through all steps since the
     * genesis. Its prices are the same either way.
     */
    public SeededGenerator(Instrument instrument, Origin origin, long startMs, @Nullable GeneratorMemory memory) {
        this.instrument = instrument;
        this.bookSeed = mix(origin.seed + 1, instrument.market().coin());
        this.ladder =
                new Ladder(instrument, (long) (TOUCH_NOTIONAL_USD / origin.startPrice.toDouble() * FixedPoint.ONE));
        this.startMs = startMs;
        this.memory = memory;
        GeneratorMemory.Recalled known = memory == null ? null : memory.recall(startMs + STEP_MS - 1);
        if (known == null) {
            this.path = new PricePath(mix(origin.seed, instrument.market().coin()), origin.startPrice.toDouble());
            this.oracle = origin.startPrice.toDouble();
            this.nextStepMs = origin.genesisMs;
        } else {
            GeneratorMemory.State state = known.state();
            this.path = new PricePath(state.path(), origin.startPrice.toDouble());
            this.oracle = state.oracle();
            this.nextStepMs = state.nextStepMs();
            history.addAll(known.bars());
            Bar forming = state.forming();
            if (forming != null) {
                builder.resume(forming);
            }
        }
        collectHistory();
    }

    /**
     * What a generator's prices depend on.
     *
     * @param genesisMs venue time of the first step; a multiple of a minute
     */
    public record Origin(long seed, Price startPrice, long genesisMs) {}

    @Override
    public void save() {
        if (memory != null
                && memory.append(
                        unsaved, new GeneratorMemory.State(nextStepMs, path.state(), oracle, builder.forming()))) {
            unsaved.clear();
        }
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SYNTHETIC;
    }

    @Override
    public String description() {
        return "synthetic prices from a seeded generator; depth is modelled";
    }

    @Override
    public List<MarketId> markets() {
        return List.of(instrument.market());
    }

    @Override
    public List<Bar> history(MarketId market) {
        return market.equals(instrument.market()) ? List.copyOf(history) : List.of();
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (nextStepMs <= timeMs) {
            step(nextStepMs, listener);
            nextStepMs += STEP_MS;
        }
    }

    private void collectHistory() {
        while (nextStepMs < startMs) {
            double price = nextPrice();
            long timeMs = nextStepMs;
            forEachPrint(price, halfSpread(price), (_, touch, size) -> {
                Bar closed = build(timeMs, touch, size);
                if (closed != null) {
                    history.add(closed);
                }
            });
            nextStepMs += STEP_MS;
        }
        Bar forming = builder.forming();
        if (forming != null) {
            history.add(forming);
        }
    }

    private double nextPrice() {
        double price = path.step();
        oracle += ORACLE_FOLLOWS * (price - oracle);
        return price;
    }

    /** Adds a print to the bar that forms; the bar that it closed, or null. */
    private @Nullable Bar build(long timeMs, Price touch, Quantity size) {
        Bar closed = builder.add(timeMs, touch.e8(), size.e8());
        if (closed != null && memory != null) {
            unsaved.add(closed);
        }
        return closed;
    }

    private void step(long timeMs, PriceListener listener) {
        double price = nextPrice();
        long halfSpread = halfSpread(price);
        BookSnapshot book = ladder.around(toE8(price), halfSpread, new SplitMix(bookSeed ^ timeMs));
        Price mark = onTick(price);
        Price oraclePrice = onTick(oracle);
        MarketId market = instrument.market();
        listener.onBook(market, timeMs, book);
        listener.onContext(market, timeMs, mark, oraclePrice, premium(book, oraclePrice));
        forEachPrint(price, halfSpread, (aggressor, touch, size) -> {
            var _ = build(timeMs, touch, size);
            listener.onTrade(market, timeMs, aggressor, touch, size);
        });
    }

    /** Prints depend on the path alone, so that history skipped at speed is the history that was traded on. */
    private void forEachPrint(double price, long halfSpreadE8, PrintTaker taker) {
        RandomGenerator random = path.random();
        boolean any = random.nextDouble() < Math.min(0.98, PRINTS_PER_STEP * Math.max(0.5, path.heat()));
        int prints = any ? 1 + random.nextInt(2) : 0;
        for (int i = 0; i < prints; i++) {
            Side aggressor = random.nextBoolean() ? Side.BUY : Side.SELL;
            Price touch = new Price(ladder.touch(toE8(price), halfSpreadE8, aggressor.opposite()));
            taker.take(aggressor, touch, printSize(price, random));
        }
    }

    private long halfSpread(double price) {
        return toE8(price * HALF_SPREAD * path.heat());
    }

    private Quantity printSize(double price, RandomGenerator random) {
        double notional = 50 * StrictMath.exp(2.2 * Math.abs(random.nextGaussian()));
        Quantity size = instrument.roundSize(new Quantity(toE8(notional / price)));
        return size.isZero() ? instrument.lot() : size;
    }

    private static Rate premium(BookSnapshot book, Price oracle) {
        long bidOver = Math.max(book.priceE8(Side.BUY, 0) - oracle.e8(), 0);
        long oracleOver = Math.max(oracle.e8() - book.priceE8(Side.SELL, 0), 0);
        return new Rate(FixedPoint.multiplyDivide(bidOver - oracleOver, Rate.ONE, oracle.e8(), RoundingMode.HALF_EVEN));
    }

    private Price onTick(double price) {
        return instrument.roundPrice(new Price(toE8(price)), RoundingMode.HALF_EVEN);
    }

    private static long toE8(double value) {
        return Math.round(value * FixedPoint.ONE);
    }

    private static long mix(long seed, String coin) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < coin.length(); i++) {
            mixed = (mixed ^ coin.charAt(i)) * 0x100000001B3L;
        }
        return mixed;
    }
}
