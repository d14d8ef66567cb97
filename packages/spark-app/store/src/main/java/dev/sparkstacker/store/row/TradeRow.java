package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import java.sql.SQLException;

/** A round trip that ended. */
public record TradeRow() implements OutputRow<TradeClosed> {
    private static final Table TABLE = Table.of(
            "trades",
            "account",
            "strategy",
            "market",
            "leg_role",
            "side",
            "size_e8",
            "entry_price_e8",
            "exit_price_e8",
            "opened_at_ms",
            "closed_at_ms",
            "gross_pnl_e8",
            "fees_e8",
            "funding_e8",
            "net_pnl_e8",
            "exit_reason");

    @Override
    public Class<TradeClosed> type() {
        return TradeClosed.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(TradeClosed output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .leg(output.leg())
                .name(output.side())
                .size(output.size())
                .price(output.entryPrice())
                .price(output.exitPrice())
                .number(output.openedAtMs())
                .number(output.closedAtMs())
                .usd(output.grossPnl())
                .usd(output.fees())
                .usd(output.funding())
                .usd(output.netPnl())
                .name(output.reason())
                .row();
    }

    @Override
    public TradeClosed read(RowReader row) throws SQLException {
        return new TradeClosed(
                row.cause(),
                row.account(),
                row.leg(),
                row.side("side"),
                row.size("size_e8"),
                row.price("entry_price_e8"),
                row.price("exit_price_e8"),
                row.number("opened_at_ms"),
                row.number("closed_at_ms"),
                row.usd("gross_pnl_e8"),
                row.usd("fees_e8"),
                row.usd("funding_e8"),
                row.usd("net_pnl_e8"),
                row.constant(ExitReason.class, "exit_reason"));
    }
}
