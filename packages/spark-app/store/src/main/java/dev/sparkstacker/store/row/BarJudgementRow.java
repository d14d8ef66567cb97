package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.sql.SQLException;
import java.util.List;

/** What a strategy made of a closed bar: a signal, or the reason why there was none. */
public record BarJudgementRow() implements OutputRow<BarJudged> {
    private static final Table TABLE = Table.of(
            "bar_judgements",
            "strategy",
            "market",
            "bar_interval",
            "open_time_ms",
            "open_e8",
            "high_e8",
            "low_e8",
            "close_e8",
            "volume_e8",
            "trade_count",
            "verdict",
            "reason",
            "side",
            "confidence",
            "conditions",
            "indicator_values");

    /** The last judgement of each strategy in each market. */
    public static final CurrentTable CURRENT =
            new CurrentTable("latest_judgements", TABLE, List.of("strategy", "market"));

    @Override
    public Class<BarJudged> type() {
        return BarJudged.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(BarJudged output, int index) {
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.strategy().name())
                .text(output.market().coin())
                .text(output.interval().code())
                .bar(output.bar())
                .name(output.verdict())
                .name(output.reason())
                .name(output.side())
                .statistic(output.confidence())
                .text(ExplanationJson.writeConditions(output.conditions()))
                .text(ExplanationJson.writeValues(output.values()))
                .row();
    }

    @Override
    public BarJudged read(RowReader row) throws SQLException {
        return new BarJudged(
                row.cause(),
                row.strategy(),
                row.market(),
                interval(row),
                row.bar(""),
                row.constant(Verdict.class, "verdict"),
                row.constantOrNull(Reason.class, "reason"),
                row.constantOrNull(Side.class, "side"),
                row.statistic("confidence"),
                ExplanationJson.readConditions(row.text("conditions")),
                ExplanationJson.readValues(row.text("indicator_values")));
    }

    static Interval interval(RowReader row) throws SQLException {
        String code = row.text("bar_interval");
        return Interval.byCode(code).orElseThrow(() -> new IllegalArgumentException("Not an interval: " + code));
    }
}
