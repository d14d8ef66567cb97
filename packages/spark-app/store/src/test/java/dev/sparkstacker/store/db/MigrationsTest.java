package dev.sparkstacker.store.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    @Test
    void everyScriptIsListedInTheOrderOfItsVersion() throws IOException, URISyntaxException {
        URL scripts = Migrations.class.getClassLoader().getResource(Migrations.FOLDER);
        assertThat(scripts).isNotNull();
        URI place = scripts.toURI();
        try (Stream<Path> files = Files.list(Path.of(place))) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
        }
        assertThat(IntStream.range(0, Migrations.SCRIPTS.size())
                        .allMatch(at -> Migrations.SCRIPTS.get(at).startsWith("V" + (at + 1) + "__")))
                .isTrue();
    }

    @Test
    void whatFlywayAppliedIsRecognisedWithoutFlyway() throws SQLException {
        Address address = Address.of("jdbc:sqlite:" + folder.resolve("store.db"));
        assertThat(Migrations.isCurrent(address)).isFalse();

        Migrations.bringUpToDate(address);

        assertThat(Migrations.isCurrent(address)).isTrue();
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT script, checksum FROM " + Migrations.HISTORY + " ORDER BY 1")) {
            for (String script : List.copyOf(Migrations.SCRIPTS)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("script")).isEqualTo(script);
                assertThat(rows.getInt("checksum")).isEqualTo(Migrations.checksum(script));
            }
        }
    }
}
