package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.LibraryTools;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data add} */
@Command(
        name = "add",
        description = "Add a file of bars to the market data that is kept.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker data add eth_1m.csv.gz --market ETH-USD")
final class DataAddCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final LibraryTools tools;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Parameters(paramLabel = "FILE", description = "File of bars, gzip allowed.")
    private Path file = Path.of("");

    @Option(names = "--market", required = true, paramLabel = "MARKET", description = "Market it holds, ETH-USD.")
    private String market = "";

    DataAddCommand(Terminal terminal, LibraryTools tools) {
        this.terminal = terminal;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        return tools.add(file.toAbsolutePath(), MarketId.parse(market), library.folder(terminal), terminal)
                .status();
    }
}
