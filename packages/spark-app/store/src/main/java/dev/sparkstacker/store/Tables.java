package dev.sparkstacker.store;

import dev.sparkstacker.store.row.CurrentTable;
import dev.sparkstacker.store.row.OutputRow;
import dev.sparkstacker.store.row.OutputRows;
import dev.sparkstacker.store.row.Row;
import dev.sparkstacker.store.row.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a transaction of the projector does to the tables. */
final class Tables {
    private final Connection connection;

    /** @param connection one with an open transaction */
    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Adds history rows, and takes the newest of each key over into the current tables. */
    void insert(List<Row> rows) throws SQLException {
        Map<Table, List<Row>> byTable = new LinkedHashMap<>();
        for (Row row : rows) {
            byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
        }
        for (Map.Entry<Table, List<Row>> table : byTable.entrySet()) {
            executeAll(table.getKey().insertSql(), table.getValue());
        }
        for (CurrentTable current : OutputRows.CURRENT) {
            List<Row> history = byTable.get(current.history());
            if (history != null) {
                executeAll(current.upsertSql(), newestOfEachKey(current, history));
            }
        }
    }

    /** Removes all rows above a sequence; current tables go back to what history then says. Returns history rows. */
    int removeBeyond(long sequence) throws SQLException {
        int removed = 0;
        for (OutputRow<?> kind : OutputRows.ALL) {
            removed += execute("DELETE FROM " + kind.table().name() + " WHERE sequence > ?", List.of(sequence));
        }
        for (CurrentTable current : OutputRows.CURRENT) {
            List<List<@Nullable Object>> keys = keysBeyond(current, sequence);
            execute("DELETE FROM " + current.name() + " WHERE sequence > ?", List.of(sequence));
            for (List<@Nullable Object> key : keys) {
                execute(current.restoreSql(), key);
            }
        }
        return removed;
    }

    long checkpoint() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT sequence FROM checkpoint WHERE id = 1");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalArgumentException("Table checkpoint is empty");
            }
            return row.getLong(1);
        }
    }

    void setCheckpoint(long sequence) throws SQLException {
        execute("UPDATE checkpoint SET sequence = ? WHERE id = 1", List.of(sequence));
    }

    /** Writes the checkpoint that is there. */
    void touchCheckpoint() throws SQLException {
        execute("UPDATE checkpoint SET sequence = sequence WHERE id = 1", List.of());
    }

    private static List<Row> newestOfEachKey(CurrentTable current, List<Row> history) {
        Map<List<@Nullable Object>, Row> newest = new LinkedHashMap<>();
        for (Row row : history) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String column : current.key()) {
                key.add(row.value(column));
            }
            newest.put(key, row);
        }
        return List.copyOf(newest.values());
    }

    private List<List<@Nullable Object>> keysBeyond(CurrentTable current, long sequence) throws SQLException {
        String sql = "SELECT " + current.keyList() + " FROM " + current.name() + " WHERE sequence > ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, sequence);
            try (ResultSet rows = statement.executeQuery()) {
                List<List<@Nullable Object>> keys = new ArrayList<>();
                while (rows.next()) {
                    List<@Nullable Object> key = new ArrayList<>();
                    for (String column : current.key()) {
                        key.add(rows.getString(column));
                    }
                    keys.add(key);
                }
                return keys;
            }
        }
    }

    private int execute(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private void executeAll(String sql, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                bind(statement, row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int at = 0; at < parameters.size(); at++) {
            statement.setObject(at + 1, parameters.get(at));
        }
    }
}
