package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.app.port.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config check}: everything that is wrong, at once. */
@Command(
        name = "check",
        description =
                "Check file, environment and flags together, as a start with the same flags would; tell everything"
                        + " that is wrong at once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker config check",
            "  spark-stacker config check --config mine.json --mode live",
            "  spark-stacker config check --data eth.csv.gz"
        })
final class ConfigCheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final @Nullable ConfigJudge judge;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private RunFlags settings = new RunFlags();

    /** @param judge judges as a start does, or null where there is nothing to start */
    ConfigCheckCommand(Terminal terminal, @Nullable ConfigJudge judge) {
        this.terminal = terminal;
        this.judge = judge;
    }

    @Override
    public Integer call() {
        EffectiveConfig config = configuration.load(terminal, settings.flags());
        List<Problem> warnings = new ArrayList<>(config.warnings());
        String left = "the venue's markets and prices";
        if (judge != null) {
            ConfigJudge.Judgement judgement = judge.judge(config);
            judgement.require();
            warnings.addAll(judgement.problems());
            left = judgement.left();
        }
        warnings.forEach(warning -> terminal.out().println(warning.describe()));
        if (!left.isEmpty()) {
            terminal.out().println("Not judged: " + left + ".");
        }
        terminal.out()
                .println("The configuration is usable (" + (config.isLive() ? "LIVE" : "paper") + ", "
                        + count(config.config().strategies().size(), "strategy", "strategies") + ", "
                        + count(warnings.size(), "warning", "warnings") + "). Hash " + config.hash());
        return ExitCode.OK.status();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
