package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolDeskTest {
    private static final Path PROTOCOL = Path.of("..", "shared", "protocol");
    private static final String QUOTE = """
        {"channel":"bbo","data":{"coin":"BTC","time":1,"bbo":[null,{"px":"1.0","sz":"2.0","n":1}]}}\
        """;

    @TempDir
    private Path folder = Path.of("");

    private final ProtocolDesk desk = new ProtocolDesk();
    private final Screen screen = new Screen();

    @Test
    void everyPublishedVectorAndRecordingIsReproduced() {
        ExitCode code = desk.check(
                List.of(shared("signing-vectors.json"), shared("number-vectors.json")),
                List.of(shared("recordings")),
                screen.terminal());

        assertThat(screen.out().lines().filter(line -> line.startsWith("mismatch")))
                .isEmpty();
        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains(" 0 mismatched, ");
    }

    @Test
    void aVectorWithOneOtherDigitIsAMismatch() throws IOException {
        String vectors = Files.readString(shared("signing-vectors.json"));
        int at = vectors.lastIndexOf("\"0x") + 5;
        char other = vectors.charAt(at) == '1' ? '2' : '1';
        Path planted = Files.writeString(
                folder.resolve("planted.json"), vectors.substring(0, at) + other + vectors.substring(at + 1));

        assertThat(desk.check(List.of(planted), List.of(), screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).contains("\nmismatch planted.json");
    }

    @Test
    void oneLineACaseAndASummary() throws IOException {
        Files.writeString(folder.resolve("good.json"), QUOTE);
        Files.writeString(folder.resolve("notes.md"), "no recording");

        assertThat(desk.check(List.of(), List.of(folder), screen.terminal())).isEqualTo(ExitCode.OK);
        assertThat(screen.out().lines()).hasSize(3);
        assertThat(screen.out()).endsWith("2 cases: 1 ok, 0 mismatched, 0 of unknown type, 1 skipped\n");
    }

    @Test
    void aPlantedMismatchInASingleRecordingFileIsFound() throws IOException {
        Path planted = Files.writeString(folder.resolve("planted.json"), QUOTE.replace("\"px\":\"1.0\",", ""));

        assertThat(desk.check(List.of(), List.of(planted), screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).startsWith("mismatch planted.json").contains(" 1 mismatched, ");
    }

    @Test
    void nothingCheckedIsNothingProved() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(desk.check(List.of(), List.of(empty), screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.err()).contains("Nothing was checked");
    }

    @Test
    void aFileWithoutACaseProvesNothing() throws IOException {
        Path vectors = Files.writeString(folder.resolve("vectors.json"), "[]");

        assertThat(desk.check(List.of(vectors), List.of(), screen.terminal())).isEqualTo(ExitCode.FOUND);
        assertThat(screen.err()).contains("Nothing was checked");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> desk.check(List.of(missing), List.of(), screen.terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(missing.toString());
    }

    private static Path shared(String name) {
        Path path = PROTOCOL.resolve(name);
        assumeTrue(Files.exists(path), "the shared protocol material is not here: " + path);
        return path;
    }
}
