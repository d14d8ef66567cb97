package dev.sparkstacker.store.db;

import java.sql.SQLException;
import java.util.Optional;

/** The databases that can hold a store. All SQL but what stands here is the same for both. */
enum Dialect {
    SQLITE("jdbc:sqlite:", "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?") {
        @Override
        StoreProblem problemOf(SQLException error) {
            return switch (error.getErrorCode() & 0xFF) {
                case 5, 6 -> StoreProblem.BUSY;
                case 8 -> StoreProblem.READ_ONLY;
                case 11, 26 -> StoreProblem.CORRUPT;
                case 13 -> StoreProblem.DISK_FULL;
                case 14 -> StoreProblem.UNREACHABLE;
                default -> StoreProblem.FAILED;
            };
        }
    },
    POSTGRESQL(
            "jdbc:postgresql:",
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?") {
        @Override
        StoreProblem problemOf(SQLException error) {
            String state = error.getSQLState() == null ? "" : error.getSQLState();
            return switch (state) {
                case "25006" -> StoreProblem.READ_ONLY;
                case "53100" -> StoreProblem.DISK_FULL;
                case "XX001", "XX002" -> StoreProblem.CORRUPT;
                case "55P03" -> StoreProblem.BUSY;
                case "3D000" -> StoreProblem.UNREACHABLE;
                default ->
                    state.startsWith("08") || state.startsWith("28") ? StoreProblem.UNREACHABLE : StoreProblem.FAILED;
            };
        }
    };

    private final String urlPrefix;
    private final String tableExistsSql;

    Dialect(String urlPrefix, String tableExistsSql) {
        this.urlPrefix = urlPrefix;
        this.tableExistsSql = tableExistsSql;
    }

    /** Finds the dialect of a JDBC address; empty if none of ours. */
    static Optional<Dialect> ofUrl(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.urlPrefix)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** Counts tables of the name that is the one parameter. */
    String tableExistsSql() {
        return tableExistsSql;
    }

    /** What an error of the driver means. */
    abstract StoreProblem problemOf(SQLException error);
}
