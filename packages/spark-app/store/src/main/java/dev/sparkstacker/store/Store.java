package dev.sparkstacker.store;

import dev.sparkstacker.store.db.Database;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.store.db.StoreProblem;
import dev.sparkstacker.store.query.ExplanationQueries;
import dev.sparkstacker.store.query.OutputQueries;
import dev.sparkstacker.store.query.TradingQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The SQL store: a projection of the engine's outputs for people and programs that ask. It decides nothing, and can be
 * rebuilt from the journal at any time.
 *
 * <pre>
 *  outputs ──► {@link Projector} ──► tables ──► {@link TradingQueries}, {@link ExplanationQueries}, {@link OutputQueries}
 * </pre>
 *
 * <p>One process writes a store, through one projector; any number of threads read.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final Projector projector;
    private final OutputQueries outputs;
    private final TradingQueries trading;
    private final ExplanationQueries explanations;

    private Store(Database database) {
        this.database = database;
        this.projector = new Projector(database);
        this.outputs = new OutputQueries(database);
        this.trading = new TradingQueries(database);
        this.explanations = new ExplanationQueries(database);
    }

    /**
     * Opens a SQLite store; the file and its folder are made if they are not there.
     *
     * @throws StoreException if it cannot be opened, written or read
     */
    public static Store open(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException error) {
            throw new StoreException(StoreProblem.UNREACHABLE, absolute.toString(), "making its folder", error);
        }
        return open("jdbc:sqlite:" + absolute);
    }

    /**
     * Opens a store by its JDBC address, {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}.
     *
     * @throws StoreException if it cannot be opened, written or read
     */
    public static Store open(String jdbcUrl) {
        Database database = Database.open(jdbcUrl);
        try {
            return new Store(database);
        } catch (StoreException error) {
            database.close();
            throw error;
        }
    }

    /**
     * Deletes a SQLite store, whatever state it is in, so that it can be made anew. No process may have it open.
     *
     * @throws StoreException if a file cannot be deleted
     */
    public static void discard(Path file) {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            try {
                Files.deleteIfExists(part);
            } catch (IOException error) {
                throw new StoreException(StoreProblem.READ_ONLY, part.toString(), "deleting it", error);
            }
        }
    }

    /** Where it is, without secrets. */
    public String place() {
        return database.place();
    }

    /** The one writer. */
    public Projector projector() {
        return projector;
    }

    /** Orders, positions, trades, equity. */
    public TradingQueries trading() {
        return trading;
    }

    /** Why the product traded or did not. */
    public ExplanationQueries explanations() {
        return explanations;
    }

    /** The history of any kind of output. */
    public OutputQueries outputs() {
        return outputs;
    }

    /** Closes all connections. SQLite folds its write-ahead log into the file. */
    @Override
    public void close() {
        database.close();
    }
}
