package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Output;
import java.util.List;

/** Every kind of output and the row that keeps it. */
public final class OutputRows {
    public static final OrderRow ORDERS = new OrderRow();
    public static final FillRow FILLS = new FillRow();
    public static final FundingRow FUNDING = new FundingRow();
    public static final LegRow LEGS = new LegRow();
    public static final TradeRow TRADES = new TradeRow();
    public static final AccountRows.EquityRow EQUITY = new AccountRows.EquityRow();
    public static final AccountRows.LeverageRow LEVERAGES = new AccountRows.LeverageRow();
    public static final AccountRows.ReconciliationRow RECONCILIATIONS = new AccountRows.ReconciliationRow();
    public static final BarJudgementRow JUDGEMENTS = new BarJudgementRow();
    public static final BarRevisionRow BAR_REVISIONS = new BarRevisionRow();
    public static final EntryDenialRow DENIALS = new EntryDenialRow();
    public static final RiskRows.EntryJudgementRow ENTRY_JUDGEMENTS = new RiskRows.EntryJudgementRow();
    public static final RiskRows.BreakerRow BREAKERS = new RiskRows.BreakerRow();
    public static final RiskRows.KillSwitchRow KILL_SWITCHES = new RiskRows.KillSwitchRow();
    public static final RiskRows.HaltCheckRow HALT_CHECKS = new RiskRows.HaltCheckRow();
    public static final MarketMarkRow MARKS = new MarketMarkRow();
    public static final SystemRows.EpochRow EPOCHS = new SystemRows.EpochRow();
    public static final SystemRows.IncidentRow INCIDENTS = new SystemRows.IncidentRow();
    public static final SystemRows.TradingStateRow TRADING_STATES = new SystemRows.TradingStateRow();
    public static final SystemRows.OperatorRequestRow OPERATOR_REQUESTS = new SystemRows.OperatorRequestRow();
    public static final SystemRows.ConnectionRow CONNECTIONS = new SystemRows.ConnectionRow();

    /** All of them. */
    public static final List<OutputRow<?>> ALL = List.of(
            ORDERS,
            FILLS,
            FUNDING,
            LEGS,
            TRADES,
            EQUITY,
            LEVERAGES,
            RECONCILIATIONS,
            JUDGEMENTS,
            BAR_REVISIONS,
            DENIALS,
            ENTRY_JUDGEMENTS,
            BREAKERS,
            KILL_SWITCHES,
            HALT_CHECKS,
            MARKS,
            EPOCHS,
            INCIDENTS,
            TRADING_STATES,
            OPERATOR_REQUESTS,
            CONNECTIONS);

    /** The tables that copy the newest row of a history. */
    public static final List<CurrentTable> CURRENT =
            List.of(OrderRow.CURRENT, LegRow.CURRENT, AccountRows.EquityRow.CURRENT, BarJudgementRow.CURRENT);

    private OutputRows() {}

    /** The row of an output. {@code index} is its place among the outputs of its sequence. */
    public static Row write(Output output, int index) {
        return switch (output) {
            case Output.OrderChanged it -> ORDERS.write(it, index);
            case Output.FillBooked it -> FILLS.write(it, index);
            case Output.FundingBooked it -> FUNDING.write(it, index);
            case Output.LegChanged it -> LEGS.write(it, index);
            case Output.TradeClosed it -> TRADES.write(it, index);
            case Output.EquityMarked it -> EQUITY.write(it, index);
            case Output.LeverageKnown it -> LEVERAGES.write(it, index);
            case Output.Reconciled it -> RECONCILIATIONS.write(it, index);
            case Output.BarJudged it -> JUDGEMENTS.write(it, index);
            case Output.BarRevised it -> BAR_REVISIONS.write(it, index);
            case Output.EntryDenied it -> DENIALS.write(it, index);
            case Output.EntryJudged it -> ENTRY_JUDGEMENTS.write(it, index);
            case Output.BreakerChanged it -> BREAKERS.write(it, index);
            case Output.KillSwitchChanged it -> KILL_SWITCHES.write(it, index);
            case Output.HaltChecked it -> HALT_CHECKS.write(it, index);
            case Output.MarketMarked it -> MARKS.write(it, index);
            case Output.EpochBegan it -> EPOCHS.write(it, index);
            case Output.IncidentRaised it -> INCIDENTS.write(it, index);
            case Output.TradingStateChanged it -> TRADING_STATES.write(it, index);
            case Output.RequestAnswered it -> OPERATOR_REQUESTS.write(it, index);
            case Output.ConnectionChanged it -> CONNECTIONS.write(it, index);
        };
    }

    /** How outputs of one kind are kept. @throws IllegalArgumentException for a type that is no kind of output */
    public static OutputRow<?> of(Class<? extends Output> type) {
        for (OutputRow<?> kind : ALL) {
            if (kind.type() == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of output: " + type.getName());
    }
}
