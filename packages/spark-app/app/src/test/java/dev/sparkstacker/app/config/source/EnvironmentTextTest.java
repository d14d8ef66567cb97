package dev.sparkstacker.app.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables inside values, and the {@code .env} file. */
class EnvironmentTextTest {
    private static final Origin HERE = new Origin.InFile("config.json", 3, 7);

    @TempDir
    private Path folder = Path.of("");

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "${A}, 1",
        "x${A}y${B}z, x1y2z",
        "${NONE:-fallback}, fallback",
        "${A:-fallback}, 1",
        "${EMPTY:-fallback}, fallback",
        "$${A}, ${A}",
        "cost $5 ${A}, cost $5 1"
    })
    void variablesAreReplacedWhereverTheyStand(String text, String expected) {
        assertThat(replaced(text)).isEqualTo(expected);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "${NONE}, the environment variable NONE is not set",
        "${EMPTY}, the environment variable EMPTY is not set",
        "${A, \"${\" without a closing brace",
        "${1A}, \"1A\" is no name of an environment variable"
    })
    void whatCannotBeReplacedIsToldAtItsPlace(String text, String problem) {
        replaced(text);
        assertThat(problems).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(problem);
            assertThat(found.origin()).isEqualTo(HERE);
        });
    }

    @Test
    void theEnvFileLiesBeneathWhatIsReallySet() throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, """
                # a comment
                A=from file
                export B="quoted # not a comment"
                C='single'
                D=value # a comment
                E=
                """);
        assertThat(DotEnv.beneath(file, Map.of("A", "really set"), problems))
                .containsOnly(
                        Map.entry("A", "really set"),
                        Map.entry("B", "quoted # not a comment"),
                        Map.entry("C", "single"),
                        Map.entry("D", "value"),
                        Map.entry("E", ""));
        assertThat(problems).isEmpty();
        Files.writeString(file, "fine=1\nnot an assignment\n");
        DotEnv.beneath(file, Map.of(), problems);
        assertThat(problems)
                .singleElement()
                .extracting(Problem::describe)
                .isEqualTo(".env:2:1: error: not a NAME=value line. Put # in front of a comment.");
    }

    private String replaced(String text) {
        Map<String, String> environment = Map.of("A", "1", "B", "2", "EMPTY", "");
        Value value = new Variables(environment, problems).replaceIn(new Scalar(HERE, Form.STRING, text));
        return ((Scalar) value).text();
    }
}
