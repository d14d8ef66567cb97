package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.bind.SchemaWriter;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code config schema}: the JSON Schema, for editors. */
@Command(name = "schema", description = "Print the JSON Schema of the configuration.")
final class ConfigSchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    ConfigSchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(SchemaWriter.write());
        terminal.out().flush();
        return ExitCode.OK.status();
    }
}
