package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output.BarRevised;
import java.sql.SQLException;

/** A closed bar that was told differently later: both tellings. */
public record BarRevisionRow() implements OutputRow<BarRevised> {
    private static final Table TABLE = Table.of(
            "bar_revisions",
            "market",
            "bar_interval",
            "before_open_time_ms",
            "before_open_e8",
            "before_high_e8",
            "before_low_e8",
            "before_close_e8",
            "before_volume_e8",
            "before_trade_count",
            "after_open_time_ms",
            "after_open_e8",
            "after_high_e8",
            "after_low_e8",
            "after_close_e8",
            "after_volume_e8",
            "after_trade_count");

    @Override
    public Class<BarRevised> type() {
        return BarRevised.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(BarRevised output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.market().coin())
                .text(output.interval().code())
                .bar(output.before())
                .bar(output.after())
                .row();
    }

    @Override
    public BarRevised read(RowReader row) throws SQLException {
        return new BarRevised(
                row.cause(), row.market(), BarJudgementRow.interval(row), row.bar("before_"), row.bar("after_"));
    }
}
