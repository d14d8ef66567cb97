package dev.sparkstacker.store.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * An open database of this build's schema.
 *
 * <pre>
 *  one writer ──► connection 1 ─┐
 *                               ├─► database (SQLite: write-ahead log, so that readers never wait for the writer)
 *  readers ────► pool of 4 ─────┘
 * </pre>
 *
 * SQLite runs with {@code synchronous = NORMAL}: a power cut may lose the newest transactions, never damage the file,
 * and what is lost comes again from the journal.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final int BUSY_TIMEOUT_MS = 5_000;
    private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

    private final Address address;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private @Nullable Jdbi reading;

    private Database(Address address, HikariDataSource writer, HikariDataSource readers) {
        this.address = address;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens a database, after bringing it to this build's schema.
     *
     * @param url a JDBC address of SQLite or PostgreSQL
     * @throws StoreException if it cannot be opened, written or brought to the schema
     */
    public static Database open(String url) {
        Address address = Address.of(url);
        Migrations.bringUpToDate(address);
        return address.guard("opening it", () -> {
            HikariDataSource writer = pool(address, "store-writer", 1, false);
            try {
                HikariDataSource readers = pool(address, "store-reader", READERS, true);
                return new Database(address, writer, readers);
            } catch (RuntimeException error) {
                writer.close();
                throw error;
            }
        });
    }

    /** Where it is, without secrets. */
    public String place() {
        return address.place();
    }

    /** What is done in a transaction. */
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Writes in one transaction: all of it happens, or nothing. @throws StoreException if nothing did */
    public <T> T write(String doing, Work<T> work) {
        return address.guard(doing, () -> {
            try (Connection connection = writer.getConnection()) {
                return inTransaction(connection, work);
            }
        });
    }

    /** Reads. @throws StoreException if the database cannot be read */
    public <T> T read(String doing, HandleCallback<T, RuntimeException> action) {
        return address.guard(doing, () -> reading().withHandle((Handle handle) -> action.withHandle(handle)));
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        // on SQLite this begins the transaction, and going back ends the one that commit() begins
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException error) {
            rollback(connection, error);
            throw error;
        }
    }

    private static void rollback(Connection connection, Exception error) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException rolledBackAlready) {
            // SQLite ends a transaction itself when its disk is full; the pool resets the connection
            error.addSuppressed(rolledBackAlready);
        }
    }

    private synchronized Jdbi reading() {
        Jdbi jdbi = reading;
        if (jdbi == null) {
            jdbi = Jdbi.create(readers);
            reading = jdbi;
        }
        return jdbi;
    }

    private static HikariDataSource pool(Address address, String name, int size, boolean forReading) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(forReading ? 0 : 1);
        if (forReading) {
            // connections are made when first needed, and the writer's proves that they can be
            config.setInitializationFailTimeout(-1);
        }
        switch (address.dialect()) {
            case SQLITE -> configureSqlite(config, forReading);
            case POSTGRESQL -> config.setReadOnly(forReading);
        }
        return new HikariDataSource(config);
    }

    private static void configureSqlite(HikariConfig config, boolean forReading) {
        pragma(config, "busy_timeout", Integer.toString(BUSY_TIMEOUT_MS));
        pragma(config, "synchronous", "NORMAL");
        pragma(config, "journal_mode", "WAL");
        pragma(config, "journal_size_limit", Integer.toString(WAL_LIMIT_BYTES));
        if (forReading) {
            config.setConnectionInitSql("PRAGMA query_only = ON");
        } else {
            pragma(config, "transaction_mode", "IMMEDIATE");
        }
    }

    /** Sets a pragma, unless the address sets it. */
    private static void pragma(HikariConfig config, String name, String value) {
        if (!config.getJdbcUrl().contains(name + "=")) {
            config.addDataSourceProperty(name, value);
        }
    }
}
