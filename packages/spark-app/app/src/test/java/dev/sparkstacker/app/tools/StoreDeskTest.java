package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuilt store holds what was projected while the run went on. */
class StoreDeskTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private Path database = Path.of("");
    private long lastSequence;
    private final List<Output> outputs = new ArrayList<>();
    private final StoreDesk desk = new StoreDesk(StoreDeskTest::asAtStart);

    @BeforeEach
    void runForAnHour() throws IOException {
        data = folder.resolve("data");
        database = data.resolve("store").resolve("spark-stacker.db");
        lastSequence = new RecordedRun(data.resolve("journal"), 11, outputs::add, commands -> commands)
                .run(60)
                .lastSequence();
    }

    @Test
    void everyTableHoldsTheSameRowsAsTheLiveOne() throws IOException, SQLException {
        Path live = folder.resolve("live.db");
        try (Store store = Store.open(live)) {
            for (int from = 0; from < outputs.size(); from += 97) {
                List<Output> batch = outputs.subList(from, Math.min(outputs.size(), from + 97));
                store.projector().apply(batch, batch.getLast().cause().sequence() - 1);
            }
            store.projector().apply(List.of(), lastSequence);
        }
        Screen screen = new Screen();

        assertThat(desk.rebuild(data, screen.terminal())).isEqualTo(ExitCode.OK);

        Map<String, List<String>> rows = rows(database);
        assertThat(rows).isEqualTo(rows(live));
        assertThat(rows.values().stream().filter(table -> !table.isEmpty()).count())
                .isGreaterThan(5);
        assertThat(screen.err()).contains("Rebuilding 100 %");
        assertThat(database.resolveSibling("spark-stacker.db.rebuilt")).doesNotExist();
    }

    @Test
    void aDamagedStoreIsReplaced() throws IOException, SQLException {
        Files.createDirectories(data.resolve("store"));
        Files.writeString(database, "this is no database");

        assertThat(desk.rebuild(data, new Screen().terminal())).isEqualTo(ExitCode.OK);
        assertThat(rows(database)).isNotEmpty();
    }

    @Test
    void aFolderInUseIsRefused() throws IOException {
        try (DataFolder running = DataFolder.open(data)) {
            assertThatThrownBy(() -> desk.rebuild(running.path(), new Screen().terminal()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("in use by another instance");
        }
    }

    @Test
    void aDamagedJournalLeavesTheStoreAlone() throws IOException {
        Files.createDirectories(data.resolve("store"));
        Files.writeString(database, "the old store");
        Path segment = data.resolve("journal").resolve("segment-00000000000000000001.sjl");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThatThrownBy(() -> desk.rebuild(data, new Screen().terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("damaged");
        assertThat(database).hasContent("the old store");
    }

    @Test
    void aDataFolderWithoutAJournalLeavesTheStoreAlone() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> desk.rebuild(empty, new Screen().terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("There is no journal in");
        assertThatThrownBy(() -> desk.rebuild(folder.resolve("nowhere"), new Screen().terminal()))
                .isInstanceOf(CommandFailure.class);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** The composition root's own projection, which its package keeps to itself. */
    private static void asAtStart(Store store, Path journal, LongConsumer progress) throws IOException {
        try {
            Method rebuild = Class.forName("dev.sparkstacker.app.runtime.StoreStart")
                    .getDeclaredMethod("rebuild", Store.class, Path.class, LongConsumer.class);
            rebuild.setAccessible(true);
            rebuild.invoke(null, store, journal, progress);
        } catch (InvocationTargetException failed) {
            throw new IOException(failed.getCause());
        } catch (ReflectiveOperationException moved) {
            throw new LinkageError("the composition root's projection is not where it was", moved);
        }
    }

    private static Map<String, List<String>> rows(Path file) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : query(
                    connection,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'"
                            + " AND name NOT LIKE 'sqlite%'")) {
                List<String> content = query(connection, "SELECT * FROM " + table);
                content.sort(null);
                tables.put(table, content);
            }
        }
        return tables;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(column == 1 ? "" : "|").append(result.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
