package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryDeskTest {
    private static final MarketId ETH = new MarketId("ETH");

    @TempDir
    private Path folder = Path.of("");

    private final Screen screen = new Screen();
    private final LibraryDesk desk = new LibraryDesk(config -> {
        throw new AssertionError("Nothing is fetched here");
    });

    @Test
    void anEmptyLibrarySaysHowItIsFilled() {
        assertThat(desk.list(folder.resolve("library"), screen.terminal())).isEqualTo(ExitCode.OK);

        assertThat(screen.out()).contains("data fetch").contains("data add");
    }

    @Test
    void whatIsAddedIsListedWithItsGapsAndSource() throws Exception {
        Path file = bars("1700000040000", "1700000100000", "1700000220000");

        assertThat(desk.add(file, ETH, folder.resolve("library"), screen.terminal()))
                .isEqualTo(ExitCode.OK);
        assertThat(desk.list(folder.resolve("library"), screen.terminal())).isEqualTo(ExitCode.OK);

        String row = screen.out()
                .lines()
                .filter(line -> line.startsWith("ETH-USD  1m"))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .contains("2023-11-14T22:14:00Z")
                .contains("2023-11-14T22:17:00Z")
                .contains("bars.csv sha256");
        assertThat(row.split(" +", -1)[5]).as("missing bars").isEqualTo("1");
    }

    @Test
    void checkNamesEachGapAndSaysThatThereIsSomethingToLookAt() throws Exception {
        Path file = bars("1700000040000", "1700000100000", "1700000220000");

        assertThat(desk.check(file, screen.terminal())).isEqualTo(ExitCode.FOUND);

        assertThat(screen.out())
                .contains("gap: no bar between 2023-11-14T22:15:00Z and 2023-11-14T22:17:00Z, 1 missing");
    }

    @Test
    void cleanBarsPass() throws Exception {
        assertThat(desk.check(bars("1700000040000", "1700000100000", "1700000160000"), screen.terminal()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aDamagedFileIsRefusedWithFileLineAndColumn() throws Exception {
        Path file = folder.resolve("bars.csv");
        Files.writeString(file, "timestamp_ms,open,high,low,close,volume\n1700000040000,1,2,1,NaN,5\n");

        assertThatThrownBy(() -> desk.add(file, ETH, folder.resolve("library"), screen.terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("bars.csv:2:21");
        assertThat(folder.resolve("library")).doesNotExist();
    }

    @Test
    void aLibraryFileThatWasCutOffIsNamed() throws Exception {
        Path library = folder.resolve("library");
        desk.add(bars("1700000040000", "1700000100000"), ETH, library, screen.terminal());
        Path kept = library.resolve("ETH").resolve("1m.ssb");
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, Arrays.copyOf(whole, whole.length - 5));

        assertThatThrownBy(() -> desk.list(library, screen.terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("1m.ssb")
                .hasMessageContaining("cut off");
    }

    private Path bars(String... times) throws Exception {
        StringBuilder text = new StringBuilder("timestamp_ms,open,high,low,close,volume\n");
        for (String time : times) {
            text.append(time).append(",100,101,99,100.5,12\n");
        }
        Path file = folder.resolve("bars.csv");
        Files.writeString(file, text);
        return file;
    }
}
