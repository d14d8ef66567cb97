package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.bind.SchemaWriter;
import dev.sparkstacker.app.config.bind.Settings;
import dev.sparkstacker.domain.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration, schema and environment example that ship with the product agree with the typed records. */
class ShippedFilesTest {
    private static final Path SHARED = Path.of("packages", "shared");

    @TempDir
    private Path home = Path.of("");

    @Test
    void theShippedConfigurationLoadsWithoutAWarning() {
        EffectiveConfig effective =
                ConfigLoader.load(new ConfigRequest(SHARED.resolve("config.json"), home, Map.of(), List.of()));
        assertThat(effective.warnings()).isEmpty();
        assertThat(effective.isLive()).isFalse();
        var strategy = effective.trading().strategies().getFirst();
        assertThat(strategy.type()).isEqualTo("macd");
        assertThat(strategy.main().notional()).isEqualTo(Usd.of("8"));
        assertThat(java.util.Objects.requireNonNull(strategy.hedge()).leg().notional())
                .isEqualTo(Usd.of("1"));
    }

    @Test
    void theSchemaIsWhatTheRecordsSay() throws IOException {
        String schema = SchemaWriter.write();
        Path written = Path.of("packages", "spark-app", "app", "target", "config.schema.json");
        Files.createDirectories(written.getParent());
        Files.writeString(written, schema);
        assertThat(SHARED.resolve("config.schema.json"))
                .as("Copy %s over it", written)
                .hasContent(schema);
    }

    @Test
    void theEnvironmentExampleNamesEveryVariable() throws IOException {
        List<String> names = new ArrayList<>(Settings.environmentNames().sequencedKeySet());
        names.addAll(List.of(
                EnvironmentLayer.DRY_RUN,
                EnvironmentLayer.TRADING_PAIRS,
                EnvironmentLayer.IS_TESTNET,
                EnvironmentLayer.PRIVATE_KEY,
                "SPARK_STACKER_KEYSTORE_PASSWORD"));
        List<String> shown = Files.readAllLines(SHARED.resolve(".env.example")).stream()
                .filter(line -> line.matches("#?[A-Z][A-Z0-9_]*=.*"))
                .map(line -> line.substring(line.startsWith("#") ? 1 : 0, line.indexOf('=')))
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names);
    }
}
