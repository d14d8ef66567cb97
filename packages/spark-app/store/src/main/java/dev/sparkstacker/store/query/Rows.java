package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.row.OutputRow;
import dev.sparkstacker.store.row.RowReader;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Runs a query and reads its rows. */
final class Rows {
    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    /** How one row becomes an answer. */
    interface Reader<T> {
        T read(RowReader row) throws SQLException;
    }

    /** Gives a query its parameters. */
    interface Binder {
        Query bind(Query query);
    }

    <T> List<T> list(String asking, String sql, Binder parameters, Reader<T> reader) {
        return database.read(
                "reading " + asking,
                handle -> parameters
                        .bind(handle.createQuery(sql))
                        .map((row, context) -> reader.read(new RowReader(row)))
                        .list());
    }

    /** The newest outputs of one kind from a table or view of its form, newest first. */
    <T extends Output> List<T> newest(OutputRow<T> kind, String table, String where, Binder parameters, Page page) {
        String sql = "SELECT " + kind.table().columnList() + " FROM " + table + " WHERE " + where
                + " ORDER BY sequence DESC, idx DESC LIMIT :limit OFFSET :offset";
        return list(
                table,
                sql,
                query -> parameters.bind(query).bind("limit", page.limit()).bind("offset", page.offset()),
                kind::read);
    }
}
