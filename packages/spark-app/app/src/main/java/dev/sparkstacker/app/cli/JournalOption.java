package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which journal a command reads. */
final class JournalOption {
    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "JOURNAL",
            description = "Journal folder. Default: that of the data folder.")
    private @Nullable Path folder;

    Path folder(Terminal terminal) {
        return folder == null ? configuration.dataDir(terminal).resolve("journal") : folder.toAbsolutePath();
    }
}
