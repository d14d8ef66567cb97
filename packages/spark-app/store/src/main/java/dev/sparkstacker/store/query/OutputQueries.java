package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Output.EpochBegan;
import dev.sparkstacker.domain.output.Output.IncidentRaised;
import dev.sparkstacker.domain.output.Output.TradingStateChanged;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.row.OutputRow;
import dev.sparkstacker.store.row.OutputRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The history of any kind of output, and what is known of the system itself. Every method throws
 * {@link dev.sparkstacker.store.db.StoreException} if the store cannot be read; an empty answer means that there is
 * none.
 */
public final class OutputQueries {
    private final Rows rows;

    public OutputQueries(Database database) {
        this.rows = new Rows(database);
    }

    /** Outputs of one kind, newest first. @throws IllegalArgumentException for a type that is no kind of output */
    public <T extends Output> List<T> recent(Class<T> type, Page page) {
        return recent(OutputRows.of(type), page).stream().map(type::cast).toList();
    }

    /** What a person should know, at least this severe, newest first. */
    public List<IncidentRaised> incidents(Severity least, Page page) {
        List<String> severities = Arrays.stream(Severity.values())
                .filter(severity -> severity.compareTo(least) >= 0)
                .map(Enum::name)
                .toList();
        return rows.newest(
                OutputRows.INCIDENTS,
                "incidents",
                "severity IN (<severities>)",
                query -> query.bindList("severities", severities),
                page);
    }

    /** The first start of the process that is kept; empty before it. */
    public Optional<EpochBegan> firstEpoch() {
        return rows
                .list(
                        "epochs",
                        "SELECT " + OutputRows.EPOCHS.table().columnList()
                                + " FROM epochs ORDER BY sequence, idx LIMIT 1",
                        query -> query,
                        OutputRows.EPOCHS::read)
                .stream()
                .findFirst();
    }

    /** The newest start of the process; empty before the first. */
    public Optional<EpochBegan> latestEpoch() {
        return recent(OutputRows.EPOCHS, Page.newest(1)).stream().findFirst();
    }

    /** What the engine may do, as last told; empty before it was told. */
    public Optional<TradingStateChanged> tradingState() {
        return recent(OutputRows.TRADING_STATES, Page.newest(1)).stream().findFirst();
    }

    private <T extends Output> List<T> recent(OutputRow<T> kind, Page page) {
        return rows.newest(kind, kind.table().name(), "1 = 1", query -> query, page);
    }
}
