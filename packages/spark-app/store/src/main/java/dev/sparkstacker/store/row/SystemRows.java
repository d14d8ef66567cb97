package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.output.Output.ConnectionChanged;
import dev.sparkstacker.domain.output.Output.EpochBegan;
import dev.sparkstacker.domain.output.Output.IncidentRaised;
import dev.sparkstacker.domain.output.Output.RequestAnswered;
import dev.sparkstacker.domain.output.Output.TradingStateChanged;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import java.sql.SQLException;

/** What is known of the system itself. */
public final class SystemRows {
    private SystemRows() {}

    /** A start of the process. */
    public record EpochRow() implements OutputRow<EpochBegan> {
        private static final Table TABLE = Table.of("epochs", "run_id", "epoch", "build", "config_hash");

        @Override
        public Class<EpochBegan> type() {
            return EpochBegan.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(EpochBegan output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .integer(output.run())
                    .integer(output.epoch())
                    .text(output.build())
                    .text(output.configHash())
                    .row();
        }

        @Override
        public EpochBegan read(RowReader row) throws SQLException {
            return new EpochBegan(
                    row.cause(),
                    row.integer("run_id"),
                    row.integer("epoch"),
                    row.text("build"),
                    row.text("config_hash"));
        }
    }

    /** Something a person should know. */
    public record IncidentRow() implements OutputRow<IncidentRaised> {
        private static final Table TABLE = Table.of("incidents", "severity", "code", "account", "market", "message");

        @Override
        public Class<IncidentRaised> type() {
            return IncidentRaised.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(IncidentRaised output, int index) {
            AccountId account = output.account();
            MarketId market = output.market();
            return new RowWriter(TABLE, output.cause(), index)
                    .name(output.severity())
                    .text(output.code())
                    .text(account == null ? null : account.name())
                    .text(market == null ? null : market.coin())
                    .text(output.message())
                    .row();
        }

        @Override
        public IncidentRaised read(RowReader row) throws SQLException {
            return new IncidentRaised(
                    row.cause(),
                    row.constant(Severity.class, "severity"),
                    row.text("code"),
                    row.textOrNull("account") == null ? null : row.account(),
                    row.textOrNull("market") == null ? null : row.market(),
                    row.text("message"));
        }
    }

    /** A change of what the engine may do. */
    public record TradingStateRow() implements OutputRow<TradingStateChanged> {
        private static final Table TABLE = Table.of("trading_states", "state", "reason", "who");

        @Override
        public Class<TradingStateChanged> type() {
            return TradingStateChanged.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(TradingStateChanged output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .name(output.state())
                    .text(output.reason())
                    .text(output.who())
                    .row();
        }

        @Override
        public TradingStateChanged read(RowReader row) throws SQLException {
            return new TradingStateChanged(
                    row.cause(), row.constant(TradingState.class, "state"), row.text("reason"), row.text("who"));
        }
    }

    /** An operator's request with its answer. */
    public record OperatorRequestRow() implements OutputRow<RequestAnswered> {
        private static final Table TABLE = Table.of("operator_requests", "request_id", "accepted", "message");

        @Override
        public Class<RequestAnswered> type() {
            return RequestAnswered.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(RequestAnswered output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .number(output.requestId())
                    .flag(output.accepted())
                    .text(output.message())
                    .row();
        }

        @Override
        public RequestAnswered read(RowReader row) throws SQLException {
            return new RequestAnswered(
                    row.cause(), row.number("request_id"), row.flag("accepted"), row.text("message"));
        }
    }

    /** A connection that came up or went down. */
    public record ConnectionRow() implements OutputRow<ConnectionChanged> {
        private static final Table TABLE = Table.of("connection_changes", "connection", "is_up", "detail");

        @Override
        public Class<ConnectionChanged> type() {
            return ConnectionChanged.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(ConnectionChanged output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.connection())
                    .flag(output.up())
                    .text(output.detail())
                    .row();
        }

        @Override
        public ConnectionChanged read(RowReader row) throws SQLException {
            return new ConnectionChanged(row.cause(), row.text("connection"), row.flag("is_up"), row.text("detail"));
        }
    }
}
