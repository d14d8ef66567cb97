package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output.EntryDenied;
import dev.sparkstacker.domain.output.Reason;
import java.sql.SQLException;

/** An intent that was not carried out: the rule, what it saw and the limit it held it to. */
public record EntryDenialRow() implements OutputRow<EntryDenied> {
    private static final Table TABLE = Table.of(
            "entry_denials",
            "account",
            "strategy",
            "market",
            "leg_role",
            "side",
            "reason",
            "seen_value",
            "limit_value");

    @Override
    public Class<EntryDenied> type() {
        return EntryDenied.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(EntryDenied output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .leg(output.leg())
                .name(output.side())
                .name(output.reason())
                .text(output.value())
                .text(output.limit())
                .row();
    }

    @Override
    public EntryDenied read(RowReader row) throws SQLException {
        return new EntryDenied(
                row.cause(),
                row.leg(),
                row.account(),
                row.side("side"),
                row.constant(Reason.class, "reason"),
                row.text("seen_value"),
                row.text("limit_value"));
    }
}
