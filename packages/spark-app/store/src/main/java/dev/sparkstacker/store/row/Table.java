package dev.sparkstacker.store.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A history table: one row for each output, keyed by the sequence of its cause and its place there.
 *
 * @param name the table's name
 * @param columns every column in the order in which rows are bound, {@link #COMMON} first
 */
public record Table(String name, List<String> columns) {
    /** What every row carries: its key and its cause. */
    public static final List<String> COMMON =
            List.of("sequence", "idx", "venue_time_ms", "machine_time_ms", "correlation_id");

    /** A table with the common columns and these. */
    static Table of(String name, String... own) {
        List<String> columns = new ArrayList<>(COMMON);
        Collections.addAll(columns, own);
        return new Table(name, List.copyOf(columns));
    }

    /** Adds a row; one that is there already stays as it is. */
    public String insertSql() {
        return insertInto(name) + " ON CONFLICT (sequence, idx) DO NOTHING";
    }

    /** An INSERT of all columns with positional parameters into a table of the same form. */
    public String insertInto(String target) {
        return "INSERT INTO " + target + " (" + columnList() + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** All columns, comma-separated. */
    public String columnList() {
        return String.join(", ", columns);
    }
}
