package dev.sparkstacker.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios on SQLite. */
class SqliteStoreTest extends QueryScenarios {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    @Override
    String newDatabase() {
        return "jdbc:sqlite:" + folder.resolve("store.db");
    }
}
