package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.ConfigLoader;
import dev.sparkstacker.app.config.ConfigRequest;
import dev.sparkstacker.app.config.ConfigRequest.Flag;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.RuntimeLauncher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that is refused says why and leaves nothing behind. */
class RefusedStartTest {
    private static final RuntimeLauncher.Options SHORT =
            new RuntimeLauncher.Options(false, Duration.ofSeconds(2), false);

    @TempDir
    Path folder;

    private final TradingLauncher launcher = new TradingLauncher(new StartJudge());

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ports.health, --health-port", "ports.metrics, --metrics-port", "ports.sandbox, --sandbox-port"})
    void aPortInUse(String setting, String flag) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EffectiveConfig config = config(Flag.of(flag, setting, taken.getLocalPort()));
            assertThatThrownBy(() -> launcher.run(config, SHORT, terminal()))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining(setting)
                    .hasMessageContaining(flag);
        }
        assertThat(everything()).isEmpty();
    }

    @Test
    void aSecondInstanceOnTheFolder() throws IOException {
        try (DataFolder first = DataFolder.open(folder.resolve("data"))) {
            List<Path> before = everything();
            assertThatThrownBy(() -> launcher.run(config(), SHORT, terminal()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("in use by another instance")
                    .hasMessageContaining(first.path().toString());
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        EffectiveConfig config = config(Flag.of("--data-dir", "dataDir", file.resolve("data")));
        assertThatThrownBy(() -> launcher.run(config, SHORT, terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file + " is a file");
        assertThat(everything()).containsExactly(file);
    }

    /** A place where not even root may make a file. */
    @Test
    void aDiskThatCannotBeWritten() throws IOException {
        Path proc = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(proc), "there is no /proc here");
        EffectiveConfig config = config(Flag.of("LOG_DIR", "logDir", proc.resolve("logs")));
        assertThatThrownBy(() -> launcher.run(config, SHORT, terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("The log folder")
                .hasMessageContaining("cannot be written");
        assertThat(everything()).isEmpty();
    }

    @Test
    void aVenueThatCannotBeReached() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        EffectiveConfig config = config(Flag.of("file", "paper.sandboxUrl", "http://127.0.0.1:" + nobody));
        assertThatThrownBy(() -> launcher.run(config, SHORT, terminal()))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT));
        assertThat(everything()).isEmpty();
    }

    @Test
    void aMarketThatTheVenueDoesNotHave() throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(
                file, Files.readString(Path.of("packages/shared/config.json")).replace("\"ETH-USD\"", "\"ETHH-USD\""));
        EffectiveConfig config = load(file, List.of());
        assertThatThrownBy(() -> launcher.run(config, SHORT, terminal()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Did you mean \"ETH-USD\"?")
                .hasMessageContaining("config.json:");
        assertThat(everything()).containsExactly(file);
    }

    @Test
    void aRecordedFileThatIsNotThere() throws IOException {
        EffectiveConfig config = config(
                Flag.of("--data", "paper.dataFile", folder.resolve("nope.csv")),
                Flag.of("--data", "paper.feed", "file"));
        assertThat(new StartJudge().judge(config).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe())
                        .startsWith("flag --data: error: paper.dataFile: ")
                        .contains("nope.csv", "there is no such file"));
        assertThatThrownBy(() -> launcher.run(config, SHORT, terminal())).isInstanceOf(ConfigException.class);
        assertThat(everything()).isEmpty();
    }

    private EffectiveConfig config(Flag... flags) {
        return load(Path.of("packages/shared/config.json"), List.of(flags));
    }

    /** In this test's folder, on any free ports, unless flags say otherwise. */
    private EffectiveConfig load(Path file, List<Flag> flags) {
        List<Flag> all = new ArrayList<>(List.of(
                Flag.of("--health-port", "ports.health", 0),
                Flag.of("--metrics-port", "ports.metrics", 0),
                Flag.of("LOG_DIR", "logDir", folder.resolve("logs").resolve("deeper")),
                Flag.of("--data-dir", "dataDir", folder.resolve("data"))));
        all.addAll(flags);
        return ConfigLoader.load(new ConfigRequest(file, folder, Map.of(), all));
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }

    private Terminal terminal() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Terminal(
                nowhere,
                nowhere,
                false,
                100,
                Map.of(),
                folder,
                question -> Optional.empty(),
                question -> Optional.empty());
    }
}
