package dev.sparkstacker.app.tools.recording;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.FeedFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rows of a recording as lines of comma-separated text; times in venue milliseconds, numbers as plain decimals.
 *
 * <pre>
 *  bar,openTime,coin,open,high,low,close,volume,trades        trades empty where not known
 *  trade,time,coin,buy|sell,price,size                        the side that took
 *  quote,time,coin,bid,bidSize,ask,askSize
 *  book,time,coin,bids,price,size,price,size,...              bids: number of bid levels, the rest are asks
 *  context,time,coin,mark,oracle,fundingHourly
 *  rules,time,coin,assetId,szDecimals,maxLeverage,isolatedOnly,minNotional
 *  untrusted,time,coin,fault
 *  trusted,time,coin
 *  end,rows,crc32c                                            the last line
 * </pre>
 */
final class RecordLines {
    static final String END = "end";

    private static final int FIRST_LEVEL = 4;

    private RecordLines() {}

    static String format(MarketRecord row) {
        String body = switch (row) {
            case MarketRecord.Closed(MarketId market, Bar bar) ->
                join(
                        "bar",
                        bar.openTimeMs(),
                        market.coin(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.trades() == 0 ? "" : Long.toString(bar.trades()));
            case MarketRecord.Print print ->
                join(
                        "trade",
                        print.timeMs(),
                        print.market().coin(),
                        side(print.aggressor()),
                        print.price(),
                        print.size());
            case MarketRecord.Quote quote ->
                join(
                        "quote",
                        quote.timeMs(),
                        quote.market().coin(),
                        quote.bid(),
                        quote.bidSize(),
                        quote.ask(),
                        quote.askSize());
            case MarketRecord.Book book ->
                join("book", book.timeMs(), book.market().coin(), book.bids().size())
                        + levels(book.bids())
                        + levels(book.asks());
            case MarketRecord.Context context ->
                join(
                        "context",
                        context.timeMs(),
                        context.market().coin(),
                        context.mark(),
                        context.oracle(),
                        context.fundingHourly().toBigDecimal().toPlainString());
            case MarketRecord.Rules(long time, Instrument rules) ->
                join(
                        "rules",
                        time,
                        rules.market().coin(),
                        rules.assetId(),
                        rules.szDecimals(),
                        rules.maxLeverage().times(),
                        rules.isolatedOnly(),
                        rules.minNotional());
            case MarketRecord.Untrusted(long time, MarketId market, FeedFault fault) ->
                join("untrusted", time, market.coin(), fault.name().toLowerCase(Locale.ROOT));
            case MarketRecord.Trusted(long time, MarketId market) -> join("trusted", time, market.coin());
        };
        return body;
    }

    /** Reads a line. @throws IllegalArgumentException with what is wrong */
    static MarketRecord parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length < 3) {
            throw new IllegalArgumentException("too few fields: \"" + line + "\"");
        }
        long time = Long.parseLong(fields[1]);
        MarketId market = new MarketId(fields[2]);
        return switch (fields[0]) {
            case "bar" -> new MarketRecord.Closed(market, bar(time, expect(fields, 9)));
            case "trade" ->
                new MarketRecord.Print(
                        time, market, side(expect(fields, 6)[3]), Price.of(fields[4]), Quantity.of(fields[5]));
            case "quote" ->
                new MarketRecord.Quote(
                        time,
                        market,
                        Price.of(expect(fields, 7)[3]),
                        Quantity.of(fields[4]),
                        Price.of(fields[5]),
                        Quantity.of(fields[6]));
            case "book" -> book(time, market, fields);
            case "context" ->
                new MarketRecord.Context(
                        time, market, Price.of(expect(fields, 6)[3]), Price.of(fields[4]), Rate.of(fields[5]));
            case "rules" -> new MarketRecord.Rules(time, rules(market, expect(fields, 8)));
            case "untrusted" ->
                new MarketRecord.Untrusted(
                        time, market, FeedFault.valueOf(expect(fields, 4)[3].toUpperCase(Locale.ROOT)));
            case "trusted" -> new MarketRecord.Trusted(time, market);
            default -> throw new IllegalArgumentException("unknown kind of row \"" + fields[0] + "\"");
        };
    }

    private static Bar bar(long openTimeMs, String[] fields) {
        return new Bar(
                openTimeMs,
                Price.of(fields[3]),
                Price.of(fields[4]),
                Price.of(fields[5]),
                Price.of(fields[6]),
                Quantity.of(fields[7]),
                fields[8].isEmpty() ? 0 : Long.parseLong(fields[8]));
    }

    private static MarketRecord.Book book(long timeMs, MarketId market, String[] fields) {
        int levels = (fields.length - FIRST_LEVEL) / 2;
        int bids = fields.length < FIRST_LEVEL ? -1 : Integer.parseInt(fields[3]);
        if (bids < 0 || bids > levels || fields.length != FIRST_LEVEL + 2 * levels) {
            throw new IllegalArgumentException("the number of levels does not fit the row");
        }
        List<BookLevel> all = new ArrayList<>(levels);
        for (int i = FIRST_LEVEL; i < fields.length; i += 2) {
            all.add(new BookLevel(Price.of(fields[i]), Quantity.of(fields[i + 1])));
        }
        return new MarketRecord.Book(timeMs, market, all.subList(0, bids), all.subList(bids, levels));
    }

    private static Instrument rules(MarketId market, String[] fields) {
        return new Instrument(
                market,
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]),
                new Leverage(Integer.parseInt(fields[5])),
                Boolean.parseBoolean(fields[6]),
                Usd.of(fields[7]));
    }

    private static String[] expect(String[] fields, int count) {
        if (fields.length != count) {
            throw new IllegalArgumentException(
                    "a row of kind \"" + fields[0] + "\" has " + count + " fields, not " + fields.length);
        }
        return fields;
    }

    private static String side(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    private static Side side(String text) {
        return switch (text) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("a side is buy or sell, not \"" + text + "\"");
        };
    }

    private static String levels(List<BookLevel> levels) {
        StringBuilder text = new StringBuilder();
        for (BookLevel level : levels) {
            text.append(',').append(level.price()).append(',').append(level.size());
        }
        return text.toString();
    }

    private static String join(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            line.append(field);
        }
        return line.toString();
    }
}
