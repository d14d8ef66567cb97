package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Output.EquityMarked;
import dev.sparkstacker.domain.output.Output.FillBooked;
import dev.sparkstacker.domain.output.Output.FundingBooked;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.domain.output.Output.OrderChanged;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.row.OutputRow;
import dev.sparkstacker.store.row.OutputRows;
import dev.sparkstacker.store.row.RowReader;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Orders, positions, trades and equity. Every method throws {@link dev.sparkstacker.store.db.StoreException} if the
 * store cannot be read; an empty answer means that there is none.
 */
public final class TradingQueries {
    private static final Page ALL = Page.newest(10_000);

    private final Rows rows;

    public TradingQueries(Database database) {
        this.rows = new Rows(database);
    }

    /** Every leg that is not flat, as it last changed. */
    public List<LegChanged> openLegs() {
        return rows.newest(OutputRows.LEGS, "legs", "state <> 'FLAT'", query -> query, ALL);
    }

    /** Every leg that ever changed, flat ones too. */
    public List<LegChanged> legs() {
        return rows.newest(OutputRows.LEGS, "legs", "1 = 1", query -> query, ALL);
    }

    /** Each account's position in each market, where it has one. */
    public List<NetPosition> netPositions() {
        return rows.list(
                "positions",
                "SELECT account, market, CAST(SUM(size_e8) AS BIGINT) AS net_e8, COUNT(*) AS leg_count FROM legs"
                        + " WHERE size_e8 <> 0 GROUP BY account, market ORDER BY account, market",
                query -> query,
                row -> new NetPosition(
                        row.account(),
                        row.market(),
                        new SignedQuantity(row.number("net_e8")),
                        row.integer("leg_count")));
    }

    /** Every order that may still execute, as it last changed, the newest change first. */
    public List<OrderChanged> openOrders() {
        List<String> working = Arrays.stream(OrderState.values())
                .filter(OrderState::mayExecute)
                .map(Enum::name)
                .toList();
        return rows.newest(
                OutputRows.ORDERS, "orders", "state IN (<states>)", query -> query.bindList("states", working), ALL);
    }

    /** Orders as they last changed, the newest change first. */
    public List<OrderChanged> recentOrders(Page page) {
        return rows.newest(OutputRows.ORDERS, "orders", "1 = 1", query -> query, page);
    }

    /** Every change of one order, the newest first. */
    public List<OrderChanged> orderHistory(ClientOrderId id) {
        return rows.newest(
                OutputRows.ORDERS, "order_events", "client_id = :id", query -> query.bind("id", id.toString()), ALL);
    }

    /** Every booked fill of one order, the newest first. */
    public List<FillBooked> fillsOf(ClientOrderId id) {
        return rows.newest(OutputRows.FILLS, "fills", "client_id = :id", query -> query.bind("id", id.toString()), ALL);
    }

    /** Every fill booked to a leg since it was last flat, oldest first. */
    public List<FillBooked> fillsSinceFlat(LegId leg) {
        return sinceFlat(OutputRows.FILLS, "fills", leg);
    }

    /** All funding booked to a leg since it was last flat, oldest first. */
    public List<FundingBooked> fundingSinceFlat(LegId leg) {
        return sinceFlat(OutputRows.FUNDING, "funding_payments", leg);
    }

    private <T extends Output> List<T> sinceFlat(OutputRow<T> kind, String table, LegId leg) {
        String ofLeg = "strategy = :strategy AND market = :market AND leg_role = :role";
        String sql = "SELECT " + kind.table().columnList() + " FROM " + table + " WHERE " + ofLeg
                + " AND sequence > COALESCE((SELECT MAX(sequence) FROM leg_events WHERE " + ofLeg
                + " AND state = 'FLAT'), -1) ORDER BY sequence, idx";
        return rows.list(
                table,
                sql,
                query -> query.bind("strategy", leg.strategy().name())
                        .bind("market", leg.market().coin())
                        .bind("role", leg.role().name()),
                kind::read);
    }

    /** Closed trades, newest first. */
    public List<TradeClosed> recentTrades(Page page) {
        return rows.newest(OutputRows.TRADES, "trades", "1 = 1", query -> query, page);
    }

    /** Every closed trade of a strategy, oldest first. */
    public List<TradeClosed> tradesOf(StrategyId strategy) {
        return rows.list(
                "trades",
                "SELECT " + OutputRows.TRADES.table().columnList()
                        + " FROM trades WHERE strategy = :strategy ORDER BY sequence, idx",
                query -> query.bind("strategy", strategy.name()),
                OutputRows.TRADES::read);
    }

    /** What the closed trades of each leg came to; {@link TradeTotals#of} adds them up. */
    public List<LegTotals> tradeTotals() {
        return totals("strategy, market, leg_role", row -> new LegTotals(row.leg(), totals(row)));
    }

    /** What the closed trades of each account came to. */
    public List<AccountTotals> accountTotals() {
        return totals("account", row -> new AccountTotals(row.account(), totals(row)));
    }

    private <T> List<T> totals(String group, Rows.Reader<T> reader) {
        return rows.list(
                "trade totals",
                "SELECT " + group + ", COUNT(*) AS trade_count,"
                        + " SUM(CASE WHEN net_pnl_e8 > 0 THEN 1 ELSE 0 END) AS wins,"
                        + " CAST(SUM(gross_pnl_e8) AS BIGINT) AS gross_e8, CAST(SUM(fees_e8) AS BIGINT) AS fee_e8,"
                        + " CAST(SUM(funding_e8) AS BIGINT) AS funding_sum_e8,"
                        + " CAST(SUM(net_pnl_e8) AS BIGINT) AS net_e8"
                        + " FROM trades GROUP BY " + group + " ORDER BY " + group,
                query -> query,
                reader);
    }

    private static TradeTotals totals(RowReader row) throws SQLException {
        return new TradeTotals(
                row.number("trade_count"),
                row.number("wins"),
                row.usd("gross_e8"),
                row.usd("fee_e8"),
                row.usd("funding_sum_e8"),
                row.usd("net_e8"));
    }

    /**
     * What came in and went out from a venue time on. A fill that several legs share counts once, by the time at which
     * the venue executed it; funding by the time at which it was paid.
     */
    public CashFlows flowsSince(long fromMs) {
        CashFlows fills = rows.list(
                        "fills",
                        "SELECT COALESCE(CAST(SUM(closed_pnl_e8) AS BIGINT), 0) AS closed_e8,"
                                + " COALESCE(CAST(SUM(fee_e8) AS BIGINT), 0) AS paid_e8 FROM"
                                + " (SELECT DISTINCT account, market, trade_id, filled_at_ms, closed_pnl_e8, fee_e8"
                                + " FROM fills WHERE filled_at_ms >= :from) AS executions",
                        query -> query.bind("from", fromMs),
                        row -> CashFlows.NONE.withFill(row.usd("closed_e8"), row.usd("paid_e8")))
                .getFirst();
        return rows.list(
                        "funding",
                        "SELECT COALESCE(CAST(SUM(amount_e8) AS BIGINT), 0) AS paid_e8 FROM funding_payments"
                                + " WHERE paid_at_ms >= :from",
                        query -> query.bind("from", fromMs),
                        row -> fills.withFunding(row.usd("paid_e8")))
                .getFirst();
    }

    /** Each account's value as last told before a venue time. */
    public List<EquityMarked> equityBefore(long beforeMs) {
        return rows.list(
                "equity",
                "SELECT " + OutputRows.EQUITY.table().columnList() + " FROM equity AS marked WHERE sequence ="
                        + " (SELECT MAX(sequence) FROM equity WHERE account = marked.account"
                        + " AND venue_time_ms < :before) ORDER BY account, idx",
                query -> query.bind("before", beforeMs),
                OutputRows.EQUITY::read);
    }

    /** Each account's value as last told. */
    public List<EquityMarked> latestEquity() {
        return rows.list(
                "equity",
                "SELECT " + OutputRows.EQUITY.table().columnList() + " FROM latest_equity ORDER BY account",
                query -> query,
                OutputRows.EQUITY::read);
    }

    /**
     * An account's value over venue time, oldest first. Where there are more values than points, the time is cut into
     * equal pieces and each gives its last value, so that nothing in the answer is an average.
     *
     * @param account the account
     * @param fromMs first venue time, inclusive
     * @param toMs last venue time, inclusive
     * @param maxPoints how many values at most, 1 to 10,000
     */
    public List<EquityMarked> equity(AccountId account, long fromMs, long toMs, int maxPoints) {
        Page points = Page.newest(maxPoints);
        Span span = span(account, fromMs, toMs);
        String inSpan = "account = :account AND venue_time_ms BETWEEN :from AND :to";
        // pieces are counted from the first value there is, so that a wide question still gives many points
        String sql = "SELECT " + OutputRows.EQUITY.table().columnList() + " FROM equity WHERE " + inSpan
                + " AND sequence IN (SELECT MAX(sequence) FROM equity WHERE " + inSpan
                + " GROUP BY (venue_time_ms - :from) / :piece) ORDER BY sequence, idx";
        return rows.list(
                "equity",
                sql,
                query -> query.bind("account", account.name())
                        .bind("from", span.fromMs())
                        .bind("to", span.toMs())
                        .bind("piece", span.pieceMs(points.limit())),
                OutputRows.EQUITY::read);
    }

    private Span span(AccountId account, long fromMs, long toMs) {
        return rows.list(
                        "equity",
                        "SELECT MIN(venue_time_ms) AS first_ms, MAX(venue_time_ms) AS last_ms FROM equity"
                                + " WHERE account = :account AND venue_time_ms BETWEEN :from AND :to",
                        query -> query.bind("account", account.name())
                                .bind("from", fromMs)
                                .bind("to", toMs),
                        row -> new Span(row.number("first_ms"), row.number("last_ms")))
                .getFirst();
    }

    /** First and last venue time of the values there are; both 0 where there are none. */
    private record Span(long fromMs, long toMs) {
        /** The length of a piece, so that the span has at most this many. */
        long pieceMs(int pieces) {
            return (toMs - fromMs) / pieces + 1;
        }
    }
}
