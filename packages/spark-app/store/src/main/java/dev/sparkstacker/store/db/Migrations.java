package dev.sparkstacker.store.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to this build's schema.
 *
 * <p>Flyway applies the scripts. Loading Flyway costs a cold process about as much as everything else the store does at
 * start, and on nearly every start there is nothing to apply: so Flyway's own record of what was applied is read first,
 * and Flyway is loaded only when a script is missing there.
 */
final class Migrations {
    /** The scripts of this build, oldest first. */
    static final List<String> SCRIPTS = List.of("V1__projections.sql", "V2__halt_checks.sql");

    static final String FOLDER = "dev/sparkstacker/store/migration";
    static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /** @throws StoreException if the database is of a newer or of another schema, or cannot be changed */
    static void bringUpToDate(Address address) {
        if (!isCurrent(address)) {
            address.guard("creating its tables", () -> {
                migrate(address);
                return true;
            });
        }
    }

    /** Whether all scripts are applied, and no others. @throws StoreException if others are */
    static boolean isCurrent(Address address) {
        List<Applied> applied = address.guard("reading its schema version", () -> readHistory(address));
        for (Applied script : applied) {
            if (script.version() > SCRIPTS.size()) {
                throw new StoreException(StoreProblem.NEWER_SCHEMA, address.place(), "checking its schema", null);
            }
            boolean same = script.success() && script.checksum() == checksum(SCRIPTS.get(script.version() - 1));
            if (!same) {
                throw new StoreException(StoreProblem.SCHEMA_MISMATCH, address.place(), "checking its schema", null);
            }
        }
        return applied.size() == SCRIPTS.size();
    }

    /** The checksum Flyway keeps of a script: CRC-32 over its lines without their ends. */
    static int checksum(String script) {
        CRC32 crc = new CRC32();
        try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + "/" + script)) {
            if (in == null) {
                throw new IllegalStateException("The build lacks its own script " + FOLDER + "/" + script);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) crc.getValue();
    }

    private static void migrate(Address address) {
        try {
            Flyway.configure()
                    .dataSource(address.url(), null, null)
                    .locations("classpath:" + FOLDER)
                    .table(HISTORY)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException) {
                    throw error;
                }
            }
            throw new StoreException(StoreProblem.SCHEMA_MISMATCH, address.place(), "creating its tables", error);
        }
    }

    private static List<Applied> readHistory(Address address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url())) {
            List<Applied> applied = new ArrayList<>();
            if (!historyExists(connection, address.dialect())) {
                return applied;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT version, checksum, success FROM " + HISTORY
                            + " WHERE version IS NOT NULL ORDER BY installed_rank")) {
                while (rows.next()) {
                    applied.add(
                            new Applied(rows.getInt("version"), rows.getInt("checksum"), rows.getBoolean("success")));
                }
            }
            return applied;
        }
    }

    private static boolean historyExists(Connection connection, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.tableExistsSql())) {
            statement.setString(1, HISTORY);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    /** A script that the database says was applied; versions are whole numbers from 1 on. */
    private record Applied(int version, int checksum, boolean success) {}
}
