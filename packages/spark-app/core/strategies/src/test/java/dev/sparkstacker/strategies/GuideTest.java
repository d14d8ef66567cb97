package dev.sparkstacker.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide says what the code says. */
class GuideTest {
    private static final Path TEMPLATE = Path.of(
            "packages/spark-app/core/strategies/src/test/java/dev/sparkstacker/strategies/trigger/BreakoutType.java");

    private static String guide = "";

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("docs/strategies.md"));
    }

    static Stream<StrategyType> types() {
        return Strategies.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void everyParameterStandsInItsTypesTable(StrategyType type) {
        int heading = guide.indexOf("### `" + type.name() + "`\n");
        assertThat(heading).as("a section on %s", type.name()).isPositive();
        int end = guide.indexOf("\n### ", heading + 1);
        String section = guide.substring(heading, end < 0 ? guide.length() : end);
        for (ParameterSpec spec : type.parameters()) {
            assertThat(section).contains("| `" + spec.name() + "` | " + shown(spec) + " |");
        }
    }

    private static String shown(ParameterSpec spec) {
        return switch (spec) {
            case ParameterSpec.Numeric numeric ->
                numeric.defaultText() + " | " + numeric.minimum().toPlainString() + " to "
                        + numeric.maximum().toPlainString();
            case ParameterSpec.Choice choice -> choice.defaultText() + " | " + String.join(", ", choice.words());
            case ParameterSpec.Toggle toggle -> toggle.defaultText() + " | true, false";
            case ParameterSpec.Text text -> "`" + text.defaultText() + "` | a condition";
        };
    }

    @Test
    void theTemplateIsTheOneThatIsTested() throws IOException {
        String source = Files.readString(TEMPLATE);
        String body = source.substring(source.indexOf("public final class"));
        assertThat(guide).contains("```java\n" + body + "```\n");
    }
}
