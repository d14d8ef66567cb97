package dev.sparkstacker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.store.db.StoreProblem;
import dev.sparkstacker.store.query.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a store on disk, and what a person is told. */
class StoreProblemsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("data").resolve("store.db");
    }

    private void makeStore() {
        try (Store store = Store.open(file)) {
            store.projector().apply(Samples.everyKind(), 14);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StoreException problemOf(ThrowingCallable action) {
        StoreException problem = catchThrowableOfType(StoreException.class, action);
        assertThat(problem).isNotNull();
        return problem;
    }

    private static List<Output> trades(int from, int to) {
        return LongStream.rangeClosed(from, to)
                .<Output>mapToObj(it -> Samples.trade(it, Samples.MAIN_LEG, "1", "0", "0", "1"))
                .toList();
    }

    @Test
    void theFolderIsMadeWhereItIsMissing() {
        makeStore();
        assertThat(file).exists();
    }

    @Test
    void aFileThatIsNoDatabaseIsDamagedAndCanBeDiscarded() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "this is no database, but it is long enough to look like one ".repeat(200));

        StoreException problem = problemOf(() -> Store.open(file));

        assertThat(problem.problem()).isEqualTo(StoreProblem.CORRUPT);
        assertThat(problem).hasMessageContaining(file.toString()).hasMessageContaining("./spark-stacker store rebuild");

        Store.discard(file);
        makeStore();
    }

    @Test
    void aDamagedPageIsToldWhenItIsRead() throws IOException {
        try (Store store = Store.open(file)) {
            store.projector().apply(trades(1, 2_000), 2_000);
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] rubbish = new byte[4096];
            Arrays.fill(rubbish, (byte) 0x5A);
            for (long page = bytes.length() / 4096 / 2; page < bytes.length() / 4096; page++) {
                bytes.seek(page * 4096);
                bytes.write(rubbish);
            }
        }

        StoreException problem = problemOf(() -> {
            try (Store store = Store.open(file)) {
                store.trading().recentTrades(Page.newest(2_000));
            }
        });

        assertThat(problem.problem()).isEqualTo(StoreProblem.CORRUPT);
    }

    @Test
    void aRowThatNoBuildWritesIsDamage() throws SQLException {
        makeStore();
        execute("UPDATE trades SET exit_reason = 'BAD LUCK'");

        try (Store store = Store.open(file)) {
            StoreException problem = problemOf(() -> store.trading().recentTrades(Page.newest(1)));
            assertThat(problem.problem()).isEqualTo(StoreProblem.CORRUPT);
            assertThat(problem).hasMessageContaining("BAD LUCK");
        }
    }

    @Test
    void aStoreOfANewerBuildIsLeftAlone() throws SQLException {
        makeStore();
        execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (9, '9', 'later', 'SQL', 'V9__later.sql', 1, '', 1, 1)");

        StoreException problem = problemOf(() -> Store.open(file));

        assertThat(problem.problem()).isEqualTo(StoreProblem.NEWER_SCHEMA);
        assertThat(problem).hasMessageContaining("./spark-stacker store rebuild");
    }

    @Test
    void aSchemaThatAnotherScriptMadeIsRefused() throws SQLException {
        makeStore();
        execute("UPDATE flyway_schema_history SET checksum = 1");

        assertThat(problemOf(() -> Store.open(file)).problem()).isEqualTo(StoreProblem.SCHEMA_MISMATCH);
    }

    @Test
    void somebodyElsesDatabaseIsRefused() throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        execute("CREATE TABLE orders (id INTEGER)");

        assertThat(problemOf(() -> Store.open(file)).problem()).isEqualTo(StoreProblem.SCHEMA_MISMATCH);
    }

    @Test
    void aStoreThatCannotBeWrittenIsRefusedAtStart() {
        makeStore();

        StoreException problem = problemOf(() -> Store.open("jdbc:sqlite:file:" + file + "?mode=ro"));

        assertThat(problem.problem()).isEqualTo(StoreProblem.READ_ONLY);
        assertThat(problem).hasMessageContaining(file.toString());
    }

    @Test
    void aFullDiskLosesNothingThatWasStored() {
        // SQLite's own limit on the file's size gives the same error as a full disk
        makeStore();
        long pages = file.toFile().length() / 4096 + 4;
        try (Store store = Store.open("jdbc:sqlite:" + file + "?max_page_count=" + pages)) {
            StoreException problem = problemOf(() -> store.projector().apply(trades(15, 1_000), 1_000));
            assertThat(problem.problem()).isEqualTo(StoreProblem.DISK_FULL);
            assertThat(store.trading().recentTrades(Page.newest(100))).hasSize(1);
            assertThat(store.projector().checkpoint()).isEqualTo(14);
        }
        try (Store store = Store.open(file)) {
            store.projector().apply(trades(15, 1_000), 1_000);
            assertThat(store.trading().recentTrades(Page.newest(10_000))).hasSize(987);
        }
    }

    @Test
    void aStoreThatAnotherProcessWritesIsBusy() throws SQLException {
        makeStore();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            StoreException problem = problemOf(() -> Store.open("jdbc:sqlite:" + file + "?busy_timeout=20"));

            assertThat(problem.problem()).isEqualTo(StoreProblem.BUSY);
        }
    }

    @Test
    void aFolderIsNoStore() throws IOException {
        Files.createDirectories(file);
        assertThat(problemOf(() -> Store.open(file)).problem()).isEqualTo(StoreProblem.UNREACHABLE);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        StoreException problem = problemOf(() -> Store.open(file));

        assertThat(problem.problem()).isEqualTo(StoreProblem.UNREACHABLE);
        assertThat(problem).hasMessageContaining(file.toString());
    }

    @Test
    void unknownKindsOfDatabaseAreNamedWithoutTheirSecrets() {
        StoreException unknown = problemOf(() -> Store.open("jdbc:mysql://host/db?user=me&password=secret"));
        assertThat(unknown.problem()).isEqualTo(StoreProblem.UNSUPPORTED);
        assertThat(unknown.getMessage()).contains("jdbc:mysql://host/db").doesNotContain("secret");

        assertThat(problemOf(() -> Store.open("jdbc:sqlite::memory:")).problem())
                .isEqualTo(StoreProblem.UNSUPPORTED);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutItsSecrets() {
        StoreException problem =
                problemOf(() -> Store.open("jdbc:postgresql://127.0.0.1:1/store?user=me&password=secret"));

        assertThat(problem.problem()).isEqualTo(StoreProblem.UNREACHABLE);
        assertThat(problem.getMessage()).contains("127.0.0.1:1").doesNotContain("secret");
    }
}
