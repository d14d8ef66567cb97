package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output.EquityMarked;
import dev.sparkstacker.domain.output.Output.LeverageKnown;
import dev.sparkstacker.domain.output.Output.Reconciled;
import java.sql.SQLException;
import java.util.List;

/** What is known of an account as a whole. */
public final class AccountRows {
    private AccountRows() {}

    /** The account's value as the venue told it. */
    public record EquityRow() implements OutputRow<EquityMarked> {
        private static final Table TABLE =
                Table.of("equity", "account", "account_value_e8", "withdrawable_e8", "unrealized_e8");

        /** Each account's value as last told. */
        public static final CurrentTable CURRENT = new CurrentTable("latest_equity", TABLE, List.of("account"));

        @Override
        public Class<EquityMarked> type() {
            return EquityMarked.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(EquityMarked output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.account().name())
                    .usd(output.accountValue())
                    .usd(output.withdrawable())
                    .usd(output.unrealizedPnl())
                    .row();
        }

        @Override
        public EquityMarked read(RowReader row) throws SQLException {
            return new EquityMarked(
                    row.cause(),
                    row.account(),
                    row.usd("account_value_e8"),
                    row.usd("withdrawable_e8"),
                    row.usd("unrealized_e8"));
        }
    }

    /** Leverage and margin mode that the venue confirmed. */
    public record LeverageRow() implements OutputRow<LeverageKnown> {
        private static final Table TABLE = Table.of("leverages", "account", "market", "leverage", "margin_mode");

        @Override
        public Class<LeverageKnown> type() {
            return LeverageKnown.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(LeverageKnown output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.account().name())
                    .text(output.market().coin())
                    .integer(output.leverage())
                    .text(output.marginMode())
                    .row();
        }

        @Override
        public LeverageKnown read(RowReader row) throws SQLException {
            return new LeverageKnown(
                    row.cause(), row.account(), row.market(), row.integer("leverage"), row.text("margin_mode"));
        }
    }

    /** A reconciliation that ended. */
    public record ReconciliationRow() implements OutputRow<Reconciled> {
        private static final Table TABLE = Table.of("reconciliations", "account", "differences", "detail");

        @Override
        public Class<Reconciled> type() {
            return Reconciled.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(Reconciled output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.account().name())
                    .integer(output.differences())
                    .text(output.detail())
                    .row();
        }

        @Override
        public Reconciled read(RowReader row) throws SQLException {
            return new Reconciled(row.cause(), row.account(), row.integer("differences"), row.text("detail"));
        }
    }
}
