package dev.sparkstacker.store.db;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is, and how errors from there are told.
 *
 * @param url the JDBC address, which may carry secrets
 * @param dialect the kind of database
 */
public record Address(String url, Dialect dialect) {
    /** Reads a JDBC address. @throws StoreException if no such database is supported */
    static Address of(String url) {
        Dialect dialect = Dialect.ofUrl(url)
                .orElseThrow(() -> new StoreException(
                        StoreProblem.UNSUPPORTED, withoutParameters(url), "reading its address", null));
        if (dialect == Dialect.SQLITE && url.contains(":memory:")) {
            throw new StoreException(
                    StoreProblem.UNSUPPORTED,
                    url,
                    "reading its address (several connections cannot share a database in memory)",
                    null);
        }
        return new Address(url, dialect);
    }

    /** The address without its parameters, which may hold a password. */
    public String place() {
        return withoutParameters(url);
    }

    /** Does something with the database and tells its errors as {@link StoreException}. */
    public <T> T guard(String doing, Callable<T> action) {
        try {
            return action.call();
        } catch (StoreException alreadyTold) {
            throw alreadyTold;
        } catch (Exception error) {
            throw told(doing, error);
        }
    }

    private StoreException told(String doing, Exception error) {
        SQLException fromDriver = driverError(error);
        StoreProblem problem = fromDriver != null
                ? dialect.problemOf(fromDriver)
                : error instanceof IllegalArgumentException ? StoreProblem.CORRUPT : StoreProblem.FAILED;
        return new StoreException(problem, place(), doing, error);
    }

    private static @Nullable SQLException driverError(Throwable error) {
        SQLException deepest = null;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fromDriver) {
                deepest = fromDriver;
            }
        }
        return deepest;
    }

    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return place();
    }
}
