package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output.MarketMarked;
import java.sql.SQLException;

/** A market's prices at a bar's close. */
public record MarketMarkRow() implements OutputRow<MarketMarked> {
    private static final Table TABLE = Table.of("market_marks", "market", "mark_e8", "bid_e8", "ask_e8");

    @Override
    public Class<MarketMarked> type() {
        return MarketMarked.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(MarketMarked output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.market().coin())
                .price(output.mark())
                .price(output.bid())
                .price(output.ask())
                .row();
    }

    @Override
    public MarketMarked read(RowReader row) throws SQLException {
        return new MarketMarked(
                row.cause(), row.market(), row.price("mark_e8"), row.priceOrNull("bid_e8"), row.priceOrNull("ask_e8"));
    }
}
