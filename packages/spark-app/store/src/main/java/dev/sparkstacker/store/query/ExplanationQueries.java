package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Output.EntryDenied;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.row.OutputRows;
import java.util.List;
import java.util.Optional;

/**
 * Why the product traded or did not. Every method throws {@link dev.sparkstacker.store.db.StoreException} if the store
 * cannot be read; an empty answer means that there is none.
 */
public final class ExplanationQueries {
    private final Rows rows;

    public ExplanationQueries(Database database) {
        this.rows = new Rows(database);
    }

    /** The strategy's last judgement in each of its markets, with conditions and values. */
    public List<BarJudged> why(StrategyId strategy) {
        return rows.list(
                "judgements",
                "SELECT " + OutputRows.JUDGEMENTS.table().columnList()
                        + " FROM latest_judgements WHERE strategy = :strategy ORDER BY market",
                query -> query.bind("strategy", strategy.name()),
                OutputRows.JUDGEMENTS::read);
    }

    /** The strategy's last judgement in a market, with conditions and values. */
    public Optional<BarJudged> latestJudgement(StrategyId strategy, MarketId market) {
        return rows
                .newest(
                        OutputRows.JUDGEMENTS,
                        "latest_judgements",
                        "strategy = :strategy AND market = :market",
                        query -> query.bind("strategy", strategy.name()).bind("market", market.coin()),
                        Page.newest(1))
                .stream()
                .findFirst();
    }

    /** A strategy's judgements of the bar of a market that opened at a time, oldest first. */
    public List<BarJudged> judgementsOf(StrategyId strategy, MarketId market, long barOpenMs) {
        return judgements(
                "strategy = :strategy AND market = :market AND open_time_ms = :open ORDER BY sequence, idx",
                query -> query.bind("strategy", strategy.name())
                        .bind("market", market.coin())
                        .bind("open", barOpenMs));
    }

    /** The first bar that a strategy judged when it closed, warmed up; empty where there is none. */
    public Optional<BarJudged> firstJudgement(StrategyId strategy) {
        return judgements(
                        "strategy = :strategy AND COALESCE(reason, '') NOT IN ('WARMING_UP', 'HISTORICAL_BAR')"
                                + " ORDER BY sequence, idx LIMIT 1",
                        query -> query.bind("strategy", strategy.name()))
                .stream()
                .findFirst();
    }

    /** The last bar that a strategy judged; empty where there is none. */
    public Optional<BarJudged> lastJudgement(StrategyId strategy) {
        return judgements(
                        "strategy = :strategy ORDER BY sequence DESC, idx DESC LIMIT 1",
                        query -> query.bind("strategy", strategy.name()))
                .stream()
                .findFirst();
    }

    private List<BarJudged> judgements(String where, Rows.Binder parameters) {
        return rows.list(
                "judgements",
                "SELECT " + OutputRows.JUDGEMENTS.table().columnList() + " FROM bar_judgements WHERE " + where,
                parameters,
                OutputRows.JUDGEMENTS::read);
    }

    /** Intents of a strategy in a market that were not carried out within a venue time, oldest first. */
    public List<EntryDenied> denialsOf(StrategyId strategy, MarketId market, long fromMs, long toMs) {
        return rows.list(
                "entry denials",
                "SELECT " + OutputRows.DENIALS.table().columnList()
                        + " FROM entry_denials WHERE strategy = :strategy AND market = :market"
                        + " AND venue_time_ms >= :from AND venue_time_ms < :to ORDER BY sequence, idx",
                query -> query.bind("strategy", strategy.name())
                        .bind("market", market.coin())
                        .bind("from", fromMs)
                        .bind("to", toMs),
                OutputRows.DENIALS::read);
    }

    /** The strategies that ever judged a bar. */
    public List<StrategyId> strategies() {
        return rows.list(
                "strategies",
                "SELECT DISTINCT strategy FROM latest_judgements ORDER BY strategy",
                query -> query,
                row -> row.strategy());
    }

    /** Judgements that asked for a trade, newest first. */
    public List<BarJudged> recentSignals(Page page) {
        return rows.newest(OutputRows.JUDGEMENTS, "signals", "1 = 1", query -> query, page);
    }

    /** Judgements that did not, newest first. */
    public List<BarJudged> recentNonSignals(Page page) {
        return rows.newest(OutputRows.JUDGEMENTS, "non_signals", "1 = 1", query -> query, page);
    }

    /** Intents that were not carried out, newest first. */
    public List<EntryDenied> recentDenials(Page page) {
        return rows.newest(OutputRows.DENIALS, "entry_denials", "1 = 1", query -> query, page);
    }

    /** How often each strategy came to each verdict for each reason. */
    public List<JudgementCount> judgementCounts() {
        return rows.list(
                "judgement counts",
                "SELECT strategy, market, verdict, reason, COUNT(*) AS bar_count FROM bar_judgements"
                        + " GROUP BY strategy, market, verdict, reason"
                        + " ORDER BY strategy, market, verdict, COALESCE(reason, '')",
                query -> query,
                row -> new JudgementCount(
                        row.strategy(),
                        row.market(),
                        row.constant(Verdict.class, "verdict"),
                        row.constantOrNull(Reason.class, "reason"),
                        row.number("bar_count")));
    }
}
