package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.ConfigLoader;
import dev.sparkstacker.app.config.ConfigRequest;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of strategy ships with one configuration that would start as it stands. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("packages", "shared", "examples");

    private static final Map<String, String> ENVIRONMENT = Map.of("WEBHOOK_SECRET", "a secret of the tests");

    @TempDir
    private Path home = Path.of("");

    static Stream<StrategyType> types() {
        return Strategies.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void theExampleStartsAndNamesEveryParameter(StrategyType type) {
        Path file = EXAMPLES.resolve(type.name() + ".json");
        EffectiveConfig effective = ConfigLoader.load(new ConfigRequest(file, home, ENVIRONMENT, List.of()));

        assertThat(effective.warnings()).isEmpty();
        assertThat(new StartJudge().judge(effective).problems()).isEmpty();
        StrategyConfig strategy = effective.trading().strategies().getFirst();
        assertThat(strategy.type()).isEqualTo(type.name());
        assertThat(type.parameters())
                .extracting(ParameterSpec::name)
                .allMatch(name -> effective.places().isSet("strategies[0].parameters." + name));
    }

    @Test
    void thereIsNoOtherExample() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Strategies.all().stream()
                            .map(type -> type.name() + ".json")
                            .toList());
        }
    }
}
