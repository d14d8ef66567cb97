package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.RuntimeLauncher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: trade until told to stop. */
@Command(
        name = "run",
        description = "Trade until told to stop: on paper by default, with no key and no other service.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker run                       paper trading on synthetic prices, 60 times real time",
            "  spark-stacker run --speed 1             the same in real time",
            "  spark-stacker run --data eth.csv.gz     paper trading on a recorded market",
            "  spark-stacker run --feed hyperliquid    paper trading on the venue's public prices",
            "  spark-stacker run --mode live           real orders; asks for a typed confirmation",
            "Ctrl-C stops in an orderly way (shutdown.policy); a second Ctrl-C stops at once."
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final RuntimeLauncher runtime;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private RunFlags settings = new RunFlags();

    @Option(names = "--confirm-live", description = "Confirm live trading without the typed question.")
    private boolean confirmLive;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "Stop in an orderly way after this machine time: 90s, 10m, 2h.",
            converter = DurationConverter.class)
    private @Nullable Duration runFor;

    @Option(names = "--no-summary", description = "Print plain lines also on a terminal.")
    private boolean noSummary;

    RunCommand(Terminal terminal, RuntimeLauncher runtime) {
        this.terminal = terminal;
        this.runtime = runtime;
    }

    @Override
    public Integer call() {
        EffectiveConfig config = configuration.load(terminal, settings.flags());
        config.warnings().forEach(warning -> terminal.err().println(warning.describe()));
        List<String> again = configuration.again(terminal, settings.flags());
        boolean summary = terminal.interactive() && !noSummary;
        return runtime.run(config, new RuntimeLauncher.Options(confirmLive, runFor, summary, again), terminal)
                .status();
    }
}
