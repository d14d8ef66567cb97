package dev.sparkstacker.app.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSecondInstanceIsRefusedAndNamesTheFirst() throws IOException {
        Path data = folder.resolve("a").resolve("data");
        try (DataFolder first = DataFolder.open(data)) {
            assertThat(first.controlSocket()).isEqualTo(data.resolve("control.sock"));
            assertThatThrownBy(() -> DataFolder.open(data))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                    .hasMessageContaining("in use by another instance (process "
                            + ProcessHandle.current().pid() + ")");
        }
        DataFolder.open(data).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsToldPlainly() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is a file, not a folder");
    }
}
