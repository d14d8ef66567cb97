package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config check}: everything that is wrong, at once. */
@Command(
        name = "check",
        description = "Check file, environment and flags together; tell everything that is wrong at once.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker config check", "  spark-stacker config check --config mine.json"})
final class ConfigCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    ConfigCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EffectiveConfig config = configuration.load(terminal, List.of());
        config.warnings().forEach(warning -> terminal.out().println(warning.describe()));
        terminal.out()
                .println("The configuration is usable (" + (config.isLive() ? "LIVE" : "paper") + ", "
                        + config.config().strategies().size() + " strategies, "
                        + config.warnings().size() + " warnings). Hash " + config.hash());
        return ExitCode.OK.status();
    }
}
