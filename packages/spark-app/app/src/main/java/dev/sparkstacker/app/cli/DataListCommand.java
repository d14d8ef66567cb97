package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.LibraryTools;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code data list} */
@Command(
        name = "list",
        description = "List the market data that is kept, with gaps and outliers.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker data list")
final class DataListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final LibraryTools tools;

    @Mixin
    private LibraryOption library = new LibraryOption();

    DataListCommand(Terminal terminal, LibraryTools tools) {
        this.terminal = terminal;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        return tools.list(library.folder(terminal), terminal).status();
    }
}
