package dev.sparkstacker.store.row;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that keeps, for each key, a copy of the newest row of a history table.
 *
 * <pre>
 *  order_events  (7, 0) A SENT                orders
 *                (8, 0) A RESTING     ──►     A: (9, 1) FILLED
 *                (9, 1) A FILLED
 * </pre>
 *
 * @param name the table's name
 * @param history where its rows come from
 * @param key the columns that name the thing, such as an order's client id
 */
public record CurrentTable(String name, Table history, List<String> key) {
    /** Takes a history row over if it is newer than what the table holds. Parameters: all columns. */
    public String upsertSql() {
        String newValues = history.columns().stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return history.insertInto(name) + " ON CONFLICT (" + keyList() + ") DO UPDATE SET " + newValues
                + " WHERE excluded.sequence > " + name + ".sequence OR (excluded.sequence = " + name
                + ".sequence AND excluded.idx > " + name + ".idx)";
    }

    /** Copies the newest history row of one key. Parameters: the key's columns. */
    public String restoreSql() {
        String columns = history.columnList();
        String sameKey = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        return "INSERT INTO " + name + " (" + columns + ") SELECT " + columns + " FROM " + history.name() + " WHERE "
                + sameKey + " ORDER BY sequence DESC, idx DESC LIMIT 1";
    }

    /** The key's columns, comma-separated. */
    public String keyList() {
        return String.join(", ", key);
    }
}
