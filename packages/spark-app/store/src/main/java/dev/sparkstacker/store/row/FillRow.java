package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.output.Output.FillBooked;
import java.sql.SQLException;

/** An execution, or the share of it that was booked to one leg. */
public record FillRow() implements OutputRow<FillBooked> {
    private static final Table TABLE = Table.of(
            "fills",
            "account",
            "strategy",
            "leg_role",
            "market",
            "trade_id",
            "venue_order_id",
            "client_id",
            "side",
            "price_e8",
            "size_e8",
            "fee_e8",
            "closed_pnl_e8",
            "start_position_e8",
            "taker",
            "liquidation",
            "filled_at_ms",
            "booked_e8");

    @Override
    public Class<FillBooked> type() {
        return FillBooked.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(FillBooked output, int index) {
        Fill fill = output.fill();
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .legWithoutMarket(output.leg())
                .text(fill.market().coin())
                .number(fill.tradeId())
                .number(fill.orderId())
                .name(fill.clientOrderId())
                .name(fill.side())
                .price(fill.price())
                .size(fill.size())
                .usd(fill.fee())
                .usd(fill.closedPnl())
                .signedSize(fill.startPosition())
                .flag(fill.taker())
                .flag(fill.liquidation())
                .number(fill.venueTimeMs())
                .size(output.booked())
                .row();
    }

    @Override
    public FillBooked read(RowReader row) throws SQLException {
        Fill fill = new Fill(
                row.number("trade_id"),
                row.number("venue_order_id"),
                row.textOrNull("client_id") == null ? null : row.clientId("client_id"),
                row.market(),
                row.side("side"),
                row.price("price_e8"),
                row.size("size_e8"),
                row.usd("fee_e8"),
                row.usd("closed_pnl_e8"),
                row.signedSize("start_position_e8"),
                row.flag("taker"),
                row.flag("liquidation"),
                row.number("filled_at_ms"));
        return new FillBooked(row.cause(), row.account(), row.legOrNull(), fill, row.size("booked_e8"));
    }
}
