package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.LibraryTools;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data fetch} */
@Command(
        name = "fetch",
        description = "Fetch what the venue still has: about 5000 bars of each interval, funding rates, rules. Run it"
                + " regularly to keep what the venue forgets.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker data fetch ETH-USD BTC-USD --interval 1m --interval 1h")
final class DataFetchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final LibraryTools tools;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Parameters(arity = "1..*", paramLabel = "MARKET", description = "Markets to fetch.")
    private List<String> markets = List.of();

    @Option(
            names = "--interval",
            paramLabel = "INTERVAL",
            description = "Interval of the bars, 1m; may be given several times. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1m")
    private List<String> intervals = List.of();

    DataFetchCommand(Terminal terminal, LibraryTools tools) {
        this.terminal = terminal;
        this.tools = tools;
    }

    @Override
    public Integer call() {
        List<MarketId> ids = markets.stream().map(MarketId::parse).distinct().toList();
        List<Interval> lengths =
                intervals.stream().map(DataFetchCommand::interval).distinct().toList();
        return tools.fetch(configuration.load(terminal, List.of()), ids, lengths, library.folder(terminal), terminal)
                .status();
    }

    private static Interval interval(String code) {
        return Interval.byCode(code)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "The venue has no interval '" + code + "'; it has "
                                + Arrays.stream(Interval.values())
                                        .map(Interval::code)
                                        .collect(Collectors.joining(", ")) + "."));
    }
}
