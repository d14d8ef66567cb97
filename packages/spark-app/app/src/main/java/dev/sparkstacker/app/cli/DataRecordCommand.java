package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataTools;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data record}: keep the public feed. */
@Command(
        name = "record",
        description = "Record the venue's public feed: trades, best bid and offer, full books.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker data record ETH-USD BTC-USD --to week.ssm --for 7d")
final class DataRecordCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataTools data;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(arity = "1..*", paramLabel = "MARKET", description = "Markets to record.")
    private List<String> markets = List.of();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path target = Path.of("");

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "End after this time: 90s, 10m, 2h, 7d.",
            converter = DurationConverter.class)
    private @Nullable Duration runFor;

    DataRecordCommand(Terminal terminal, DataTools data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() {
        if (Files.exists(target)) {
            throw new CommandFailure(ExitCode.USAGE, target + " exists already; choose another name.");
        }
        List<MarketId> ids = markets.stream().map(MarketId::parse).toList();
        return data.record(configuration.load(terminal, List.of()), ids, target.toAbsolutePath(), runFor, terminal)
                .status();
    }
}
