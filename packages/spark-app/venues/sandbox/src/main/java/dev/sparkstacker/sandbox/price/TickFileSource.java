package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
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
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Replays recorded trades and best bid and offer: {@code local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type} and
 * {@code local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty}. Prints and quotes are as recorded, at their exchange
 * time; depth beyond the touch does not exist, and mark and oracle are the middle.
 */
public final class TickFileSource implements PriceSource {
    static final String TRADES_HEADER = "local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type";
    static final String QUOTES_HEADER = "local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty";

    /** One recorded row; quotes carry both sides, prints only the first. */
    private record Tick(
            long timeMs, boolean quote, Side aggressor, Price price, Quantity size, Price ask, Quantity askSize) {}

    private final Instrument instrument;
    private final Path tradesFile;
    private final List<Tick> ticks = new ArrayList<>();
    private int index;

    /**
     * Reads both files.
     *
     * @throws DataFileException if a row is malformed
     */
    public TickFileSource(Instrument instrument, Path tradesFile, Path quotesFile) {
        this.instrument = instrument;
        this.tradesFile = tradesFile;
        new CsvFile(tradesFile, TRADES_HEADER).readRows(this::readTrade);
        new CsvFile(quotesFile, QUOTES_HEADER).readRows(this::readQuote);
        ticks.sort(Comparator.comparingLong(Tick::timeMs));
    }

    /** Whether a file holds recorded trades. */
    public static boolean acceptsTrades(Path file) {
        return CsvFile.headerOf(file).equals(TRADES_HEADER);
    }

    /** Whether a file holds recorded quotes. */
    public static boolean acceptsQuotes(Path file) {
        return CsvFile.headerOf(file).equals(QUOTES_HEADER);
    }

    @Override
    public SourceKind kind() {
        return SourceKind.RECORDED;
    }

    @Override
    public String description() {
        return "recorded trades and best bid and offer of " + tradesFile.getFileName()
                + "; mark and oracle are modelled as the middle";
    }

    @Override
    public List<MarketId> markets() {
        return List.of(instrument.market());
    }

    @Override
    public List<Bar> history(MarketId market) {
        return List.of();
    }

    @Override
    public long startMs() {
        return ticks.getFirst().timeMs();
    }

    @Override
    public OptionalLong endMs() {
        return OptionalLong.of(ticks.getLast().timeMs());
    }

    @Override
    public boolean hasEnded() {
        return index >= ticks.size();
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        while (index < ticks.size() && ticks.get(index).timeMs() <= timeMs) {
            deliver(ticks.get(index), listener);
            index++;
        }
    }

    private void deliver(Tick tick, PriceListener listener) {
        MarketId market = instrument.market();
        if (!tick.quote()) {
            listener.onTrade(market, tick.timeMs(), tick.aggressor(), tick.price(), tick.size());
            return;
        }
        if (tick.price().compareTo(tick.ask()) >= 0) {
            return;
        }
        listener.onBook(
                market,
                tick.timeMs(),
                BookSnapshot.of(
                        List.of(new BookLevel(tick.price(), tick.size())),
                        List.of(new BookLevel(tick.ask(), tick.askSize()))));
        Price middle =
                instrument.roundPrice(new Price((tick.price().e8() + tick.ask().e8()) / 2), RoundingMode.HALF_EVEN);
        listener.onContext(market, tick.timeMs(), middle, middle, Rate.ZERO);
    }

    private void readTrade(String[] fields) {
        Side aggressor = switch (fields[5].strip()) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("taker_side must be buy or sell: " + fields[5]);
        };
        ticks.add(new Tick(
                Long.parseLong(fields[1].strip()),
                false,
                aggressor,
                price(fields[3]),
                size(fields[4]),
                price(fields[3]),
                Quantity.ZERO));
    }

    private void readQuote(String[] fields) {
        ticks.add(new Tick(
                Long.parseLong(fields[1].strip()),
                true,
                Side.BUY,
                price(fields[2]),
                size(fields[3]),
                price(fields[4]),
                size(fields[5])));
    }

    private static Price price(String text) {
        return new Price(FixedPoint.fromBigDecimal(new BigDecimal(text.strip()), RoundingMode.HALF_EVEN));
    }

    private static Quantity size(String text) {
        return new Quantity(FixedPoint.fromBigDecimal(new BigDecimal(text.strip()), RoundingMode.HALF_EVEN));
    }
}
