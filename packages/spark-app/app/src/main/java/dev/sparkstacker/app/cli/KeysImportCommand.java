package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.KeyText;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys import}: an existing key. */
@Command(
        name = "import",
        description = "Store an existing private key encrypted. It is asked for, or read from a variable or the input;"
                + " never given on the command line, where others could see it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker keys import main",
            "  spark-stacker keys import main --from-env HYPERLIQUID_PRIVATE_KEY"
        })
final class KeysImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private NewKey newKey = new NewKey();

    @Option(names = "--from-env", paramLabel = "VARIABLE", description = "Environment variable that holds the key.")
    private @Nullable String variable;

    KeysImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = ConfigOptions.environment(terminal);
        KeyInfo info = newKey.store(terminal, KeyText.parse(text(environment)));
        terminal.out().println("Stored key " + info.name() + ", address " + info.address());
        return ExitCode.OK.status();
    }

    private String text(Map<String, String> environment) {
        if (variable != null) {
            String value = environment.getOrDefault(variable, "");
            if (value.isBlank()) {
                throw new CommandFailure(ExitCode.USAGE, "The environment variable " + variable + " is not set.");
            }
            return value;
        }
        if (terminal.interactive()) {
            return terminal.askHidden()
                    .apply("Private key (not shown): ")
                    .map(String::new)
                    .orElse("");
        }
        return terminal.askLine().apply("").orElse("");
    }
}
