package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataTools;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data import}: a foreign file to the product's format. */
@Command(
        name = "import",
        description = "Convert a file of bars or trades to the product's own recording.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker data import eth_1m.csv.gz --market ETH-USD --to eth.ssm")
final class DataImportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataTools data;

    @Parameters(paramLabel = "FILE", description = "File to read, gzip allowed.")
    private Path source = Path.of("");

    @Option(names = "--market", required = true, paramLabel = "MARKET", description = "Market it holds, ETH-USD.")
    private String market = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path target = Path.of("");

    DataImportCommand(Terminal terminal, DataTools data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(source)) {
            throw new CommandFailure(ExitCode.USAGE, "There is no readable file " + source + ".");
        }
        if (Files.exists(target)) {
            throw new CommandFailure(ExitCode.USAGE, target + " exists already; choose another name.");
        }
        return data.importFile(source.toAbsolutePath(), MarketId.parse(market), target.toAbsolutePath(), terminal)
                .status();
    }
}
