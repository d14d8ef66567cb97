package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.SandboxLauncher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandbox}: the simulated venue alone. */
@Command(
        name = "sandbox",
        description = "Serve the simulated Hyperliquid alone, for any client that speaks its protocol.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker sandbox --sandbox-port 3001 --speed 1", "  spark-stacker sandbox --data eth.csv.gz"})
final class SandboxCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final SandboxLauncher sandbox;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private MarketOptions market = new MarketOptions();

    SandboxCommand(Terminal terminal, SandboxLauncher sandbox) {
        this.terminal = terminal;
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() {
        return sandbox.serve(configuration.load(terminal, market.flags()), terminal)
                .status();
    }
}
