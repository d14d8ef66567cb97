package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import java.util.Locale;

/** Trades, each with the side that took. */
final class TradeTable implements SourceTable {
    private final Columns columns;
    private final MarketId market;
    private final Clockwork clock;
    private final int time;
    private final int price;
    private final int size;
    private final int side;
    private final int id;
    private String idBefore = "";

    TradeTable(Columns columns, MarketId market, Clockwork clock) {
        this.columns = columns;
        this.market = market;
        this.clock = clock;
        this.time = timeColumn(columns);
        this.price = priceColumn(columns);
        this.size = sizeColumn(columns);
        this.side = sideColumn(columns);
        this.id = columns.find("trade_id", "id", "tid");
    }

    static boolean accepts(Columns columns) {
        return timeColumn(columns) >= 0
                && priceColumn(columns) >= 0
                && sizeColumn(columns) >= 0
                && sideColumn(columns) >= 0;
    }

    static int timeColumn(Columns columns) {
        return columns.find("exch_ts_ms", "timestamp_ms", "timestamp_us", "timestamp", "time", "ts");
    }

    private static int priceColumn(Columns columns) {
        return columns.find("price", "px");
    }

    private static int sizeColumn(Columns columns) {
        return columns.find("qty", "size", "sz", "amount", "quantity");
    }

    private static int sideColumn(Columns columns) {
        return columns.find("taker_side", "side", "aggressor");
    }

    @Override
    public String rows() {
        return "trades";
    }

    @Override
    public MarketRecord read(String[] fields, long line) {
        long timeMs = columns.timeMs(fields, time);
        clock.tick(timeMs, line);
        if (id >= 0) {
            String tradeId = fields[id].strip();
            if (!tradeId.isEmpty() && tradeId.equals(idBefore)) {
                throw new IllegalArgumentException(
                        "trade " + tradeId + " stands in the row before as well. Remove one");
            }
            idBefore = tradeId;
        }
        Side aggressor = side(fields[side]);
        Price at = new Price(columns.price(fields, price));
        long traded = columns.number(fields, size);
        if (traded == 0) {
            throw new IllegalArgumentException(columns.name(size) + " is zero");
        }
        return new MarketRecord.Print(timeMs, market, aggressor, at, new Quantity(traded));
    }

    @Override
    public long rounded() {
        return columns.rounded();
    }

    private static Side side(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "buy", "b", "bid" -> Side.BUY;
            case "sell", "s", "a", "ask" -> Side.SELL;
            default -> throw new IllegalArgumentException("the side is buy or sell, not \"" + text.strip() + "\"");
        };
    }
}
