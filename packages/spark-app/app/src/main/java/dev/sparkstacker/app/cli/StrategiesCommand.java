package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.bind.Nearest;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.strategies.ParameterSchema;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code strategies}: the types of strategy there are, and the parameters of each. */
@Command(
        name = "strategies",
        description = "List the types of strategy, or one of them with every parameter: what it is, may be, and is"
                + " when nobody sets it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker strategies",
            "  spark-stacker strategies super-signal",
            "  spark-stacker strategies super-signal --schema"
        })
final class StrategiesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The type to show.")
    private @Nullable String name;

    @Option(names = "--schema", description = "Print the type's parameters as a JSON Schema, for forms.")
    private boolean schema;

    StrategiesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (schema) {
            if (name == null) {
                throw new CommandFailure(ExitCode.USAGE, "--schema needs the NAME of a strategy type, such as macd");
            }
            terminal.out().println(ParameterSchema.of(named(name)));
        } else if (name == null) {
            List<List<String>> rows = Strategies.all().stream()
                    .map(type -> List.of(type.name(), type.help()))
                    .toList();
            TextTable.lines(List.of("type", "what it does"), rows).forEach(terminal.out()::println);
        } else {
            show(named(name));
        }
        return ExitCode.OK.status();
    }

    private static StrategyType named(String name) {
        return Strategies.byName(name)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "there is no strategy type \"" + name + "\". "
                                + Nearest.hint(
                                        name,
                                        Strategies.all().stream()
                                                .map(StrategyType::name)
                                                .toList())));
    }

    private void show(StrategyType type) {
        terminal.out().println(type.name() + ": " + type.help());
        terminal.out().println();
        List<List<String>> rows = new ArrayList<>();
        for (ParameterSpec spec : type.parameters()) {
            rows.add(List.of(spec.name(), spec.defaultText(), spec.values(), spec.help()));
        }
        TextTable.lines(List.of("parameter", "default", "values", "what it is"), rows)
                .forEach(terminal.out()::println);
    }
}
