package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.LibraryTools;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code data check} */
@Command(
        name = "check",
        description =
                "Check a file of bars: order, duplicates, prices, gaps, outliers. Exit status 1 if there is something"
                        + " to look at.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker data check eth_1m.csv.gz", "  spark-stacker data check library/ETH/1m.ssb"})
final class DataCheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final LibraryTools tools;

    @Parameters(paramLabel = "FILE", description = "File to check, gzip allowed.")
    private Path file = Path.of("");

    DataCheckCommand(Terminal terminal, LibraryTools tools) {
        this.terminal = terminal;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        return tools.check(file.toAbsolutePath(), terminal).status();
    }
}
