package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where market data is kept. */
final class LibraryOption {
    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "Folder of market data. Default: library in the product's folder.")
    private @Nullable Path library;

    Path folder(Terminal terminal) {
        Path given = library;
        return given == null ? terminal.home().resolve("library") : given.toAbsolutePath();
    }
}
