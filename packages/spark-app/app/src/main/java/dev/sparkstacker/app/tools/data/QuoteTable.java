package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;

/** Best bid and offer. */
final class QuoteTable implements SourceTable {
    private final Columns columns;
    private final MarketId market;
    private final Clockwork clock;
    private final int time;
    private final int bid;
    private final int bidSize;
    private final int ask;
    private final int askSize;

    QuoteTable(Columns columns, MarketId market, Clockwork clock) {
        this.columns = columns;
        this.market = market;
        this.clock = clock;
        this.time = TradeTable.timeColumn(columns);
        this.bid = bidColumn(columns);
        this.bidSize = bidSizeColumn(columns);
        this.ask = askColumn(columns);
        this.askSize = askSizeColumn(columns);
    }

    static boolean accepts(Columns columns) {
        return TradeTable.timeColumn(columns) >= 0
                && bidColumn(columns) >= 0
                && bidSizeColumn(columns) >= 0
                && askColumn(columns) >= 0
                && askSizeColumn(columns) >= 0;
    }

    private static int bidColumn(Columns columns) {
        return columns.find("bid_px", "bid_price", "best_bid_price", "bid");
    }

    private static int bidSizeColumn(Columns columns) {
        return columns.find("bid_qty", "bid_sz", "bid_size", "bid_amount", "best_bid_qty");
    }

    private static int askColumn(Columns columns) {
        return columns.find("ask_px", "ask_price", "best_ask_price", "ask");
    }

    private static int askSizeColumn(Columns columns) {
        return columns.find("ask_qty", "ask_sz", "ask_size", "ask_amount", "best_ask_qty");
    }

    @Override
    public String rows() {
        return "best bids and offers";
    }

    @Override
    public MarketRecord read(String[] fields, long line) {
        long timeMs = columns.timeMs(fields, time);
        clock.tick(timeMs, line);
        Price best = new Price(columns.price(fields, bid));
        Price offer = new Price(columns.price(fields, ask));
        Quantity bids = new Quantity(columns.number(fields, bidSize));
        Quantity asks = new Quantity(columns.number(fields, askSize));
        if (best.compareTo(offer) >= 0 && !bids.isZero() && !asks.isZero()) {
            throw new IllegalArgumentException("crossed: bid " + best + " at or above ask " + offer);
        }
        return new MarketRecord.Quote(timeMs, market, best, bids, offer, asks);
    }

    @Override
    public long rounded() {
        return columns.rounded();
    }
}
