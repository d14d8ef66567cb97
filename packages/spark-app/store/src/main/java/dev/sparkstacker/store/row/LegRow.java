package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output.LegChanged;
import java.sql.SQLException;
import java.util.List;

/** A leg as it stood after a change of state or size. */
public record LegRow() implements OutputRow<LegChanged> {
    private static final Table TABLE = Table.of(
            "leg_events",
            "account",
            "strategy",
            "market",
            "leg_role",
            "state",
            "size_e8",
            "entry_price_e8",
            "stop_price_e8",
            "target_price_e8",
            "detail");

    /** Each leg as it stands now. */
    public static final CurrentTable CURRENT =
            new CurrentTable("legs", TABLE, List.of("account", "strategy", "market", "leg_role"));

    @Override
    public Class<LegChanged> type() {
        return LegChanged.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(LegChanged output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .leg(output.leg())
                .name(output.state())
                .signedSize(output.size())
                .price(output.entryPrice())
                .price(output.stopPrice())
                .price(output.targetPrice())
                .text(output.detail())
                .row();
    }

    @Override
    public LegChanged read(RowReader row) throws SQLException {
        return new LegChanged(
                row.cause(),
                row.account(),
                row.leg(),
                row.constant(LegState.class, "state"),
                row.signedSize("size_e8"),
                row.priceOrNull("entry_price_e8"),
                row.priceOrNull("stop_price_e8"),
                row.priceOrNull("target_price_e8"),
                row.text("detail"));
    }
}
