package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output;
import java.sql.SQLException;

/**
 * How one kind of output is kept: both directions in one place.
 *
 * @param <T> the kind of output
 */
public sealed interface OutputRow<T extends Output>
        permits AccountRows.EquityRow,
                AccountRows.LeverageRow,
                AccountRows.ReconciliationRow,
                BarRevisionRow,
                BarJudgementRow,
                EntryDenialRow,
                FillRow,
                FundingRow,
                LegRow,
                MarketMarkRow,
                OrderRow,
                RiskRows.BreakerRow,
                RiskRows.EntryJudgementRow,
                RiskRows.HaltCheckRow,
                RiskRows.KillSwitchRow,
                SystemRows.ConnectionRow,
                SystemRows.EpochRow,
                SystemRows.IncidentRow,
                SystemRows.OperatorRequestRow,
                SystemRows.TradingStateRow,
                TradeRow {
    /** The kind of output. */
    Class<T> type();

    /** The table that keeps every one of them. */
    Table table();

    /** The row of one output. {@code index} is its place among the outputs of its sequence. */
    Row write(T output, int index);

    /**
     * The output that the current row keeps.
     *
     * @throws SQLException if a column cannot be read
     * @throws IllegalArgumentException if a column holds what the product never writes
     */
    T read(RowReader row) throws SQLException;
}
