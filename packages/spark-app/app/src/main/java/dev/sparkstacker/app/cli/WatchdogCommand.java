package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.WatchdogLauncher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchdog} */
@Command(
        name = "watchdog",
        description = "Watch a running instance from a process of its own: when it is gone or silent for longer than"
                + " watchdog.silentMs, halt or flatten at the venue (watchdog.action) with agents of its own.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker watchdog                   watches the instance on the usual data folder",
            "  spark-stacker watchdog --data-dir /srv/spark",
            "With watchdog.enabled, \"run\" starts one by itself. It lets go as soon as an instance trades again."
        })
final class WatchdogCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final WatchdogLauncher watchdog;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private RunFlags settings = new RunFlags();

    @Option(names = "--of-run", hidden = true, description = "End with an orderly stop of the instance.")
    private boolean ofRun;

    WatchdogCommand(Terminal terminal, WatchdogLauncher watchdog) {
        this.terminal = terminal;
        this.watchdog = watchdog;
    }

    @Override
    public Integer call() {
        EffectiveConfig config = configuration.load(terminal, settings.flags());
        return watchdog.watch(config, ofRun, terminal).status();
    }
}
