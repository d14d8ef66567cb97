package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Replays recorded bars: {@code timestamp_ms,open,high,low,close,volume}, one-minute or longer, oldest first.
 *
 * <p>Nobody recorded the path within a bar. It is modelled as open, low, high, close or open, high, low, close, drawn
 * by seed, with a quarter of the volume printed at each; so is the depth around it.
 */
public final class BarFileSource implements PriceSource {
    static final String HEADER = "timestamp_ms,open,high,low,close,volume";

    private static final long LEAST_TIMESTAMP_MS = 1_000_000_000_000L;
    private static final long RESTATE_MS = 2_000;
    private static final int WARM_UP_BARS = 200;
    private static final long HALF_SPREAD_DIVISOR = 50_000;
    private static final double TOUCH_NOTIONAL_USD = 60_000;

    private final Instrument instrument;
    private final Path file;
    private final List<Bar> bars = new ArrayList<>();
    private final SplittableRandom random;
    private final Ladder ladder;
    private final int first;
    private final long barMs;
    private int index;
    private int point;
    private boolean lowFirst;
    private @Nullable BookSnapshot book;
    private long bookAtMs;
    private long bookUntilMs;

    /**
     * Reads the whole file.
     *
     * @throws DataFileException if a row is malformed, unsorted, duplicated or inconsistent, or there are too few
     */
    public BarFileSource(Instrument instrument, Path file, long seed) {
        this.instrument = instrument;
        this.file = file;
        this.random = new SplittableRandom(seed);
        new CsvFile(file, HEADER).readRows(this::readBar);
        if (bars.size() < 2) {
            throw new DataFileException(file, 0, "needs at least two bars");
        }
        this.barMs = smallestStep();
        this.first = Math.min(WARM_UP_BARS, bars.size() / 2);
        this.index = first;
        Price price = bars.getFirst().close();
        this.ladder = new Ladder(instrument, (long) (TOUCH_NOTIONAL_USD / price.toDouble() * FixedPoint.ONE));
        this.lowFirst = random.nextBoolean();
    }

    /** Whether a file has this source's header. */
    public static boolean accepts(Path file) {
        return CsvFile.headerOf(file).equals(HEADER);
    }

    @Override
    public SourceKind kind() {
        return SourceKind.MODELLED;
    }

    @Override
    public String description() {
        return "recorded bars of " + file.getFileName() + "; the path within a bar and the depth are modelled";
    }

    @Override
    public List<MarketId> markets() {
        return List.of(instrument.market());
    }

    @Override
    public List<Bar> history(MarketId market) {
        return List.copyOf(bars.subList(0, first));
    }

    @Override
    public long startMs() {
        return bars.get(first).openTimeMs();
    }

    @Override
    public OptionalLong endMs() {
        return OptionalLong.of(bars.getLast().openTimeMs() + barMs);
    }

    @Override
    public OptionalLong barMs() {
        return OptionalLong.of(barMs);
    }

    @Override
    public boolean hasEnded() {
        return index >= bars.size();
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (index < bars.size()) {
            Bar bar = bars.get(index);
            long at = bar.openTimeMs() + point * (barMs / 4);
            restateBook(Math.min(at, timeMs + 1), listener);
            if (at > timeMs) {
                return;
            }
            deliver(bar, at, listener);
            bookUntilMs = bar.openTimeMs() + barMs;
            point++;
            if (point == 4) {
                point = 0;
                index++;
                lowFirst = random.nextBoolean();
            }
        }
    }

    private void deliver(Bar bar, long timeMs, PriceListener listener) {
        Price price = pathPoint(bar);
        Price onTick = instrument.roundPrice(price, RoundingMode.HALF_EVEN);
        MarketId market = instrument.market();
        BookSnapshot around = ladder.around(onTick.e8(), onTick.e8() / HALF_SPREAD_DIVISOR, random);
        book = around;
        bookAtMs = timeMs;
        listener.onBook(market, timeMs, around);
        listener.onContext(market, timeMs, onTick, onTick, Rate.ZERO);
        Quantity quarter = instrument.roundSize(new Quantity(bar.volume().e8() / 4));
        if (!quarter.isZero()) {
            listener.onTrade(market, timeMs, random.nextBoolean() ? Side.BUY : Side.SELL, price, quarter);
        }
    }

    /**
     * Between two points of a bar's path the modelled book stands as it was: stated again so often that an order finds
     * it fresh. It ends with its bar, so that a gap in the recording stays a market without data.
     */
    private void restateBook(long beforeMs, PriceListener listener) {
        BookSnapshot standing = book;
        long endMs = Math.min(beforeMs, bookUntilMs);
        while (standing != null && bookAtMs + RESTATE_MS < endMs) {
            bookAtMs += RESTATE_MS;
            listener.onBook(instrument.market(), bookAtMs, standing);
        }
    }

    private Price pathPoint(Bar bar) {
        return switch (point) {
            case 0 -> bar.open();
            case 1 -> lowFirst ? bar.low() : bar.high();
            case 2 -> lowFirst ? bar.high() : bar.low();
            default -> bar.close();
        };
    }

    private long smallestStep() {
        long smallest = Long.MAX_VALUE;
        for (int i = 1; i < bars.size(); i++) {
            smallest = Math.min(
                    smallest, bars.get(i).openTimeMs() - bars.get(i - 1).openTimeMs());
        }
        return smallest;
    }

    private void readBar(String[] fields) {
        long time = Long.parseLong(fields[0].strip());
        if (time < LEAST_TIMESTAMP_MS) {
            throw new IllegalArgumentException(
                    "timestamp_ms " + time + " lies before 2001; milliseconds since 1970 are wanted, not seconds");
        }
        if (!bars.isEmpty() && time <= bars.getLast().openTimeMs()) {
            throw new IllegalArgumentException("timestamp_ms " + time + " is not after the row before");
        }
        bars.add(new Bar(
                time,
                price(fields[1]),
                price(fields[2]),
                price(fields[3]),
                price(fields[4]),
                new Quantity(FixedPoint.fromBigDecimal(new BigDecimal(fields[5].strip()), RoundingMode.HALF_EVEN)),
                1));
    }

    private static Price price(String text) {
        Price price = new Price(FixedPoint.fromBigDecimal(new BigDecimal(text.strip()), RoundingMode.HALF_EVEN));
        if (price.isZero()) {
            throw new IllegalArgumentException("a price of zero");
        }
        return price;
    }
}
