package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import dev.sparkstacker.app.secret.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(paramLabel = "NAME", description = "Its name: a-z, 0-9, - and _.")
    private String name = "";

    @Option(names = "--from-env", paramLabel = "VARIABLE", description = "Environment variable that holds the key.")
    private @Nullable String variable;

    KeysImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = ConfigOptions.environment(terminal);
        PrivateKey key = PrivateKey.parse(text(environment));
        KeyInfo info = new KeyringAccess(terminal, configuration.dataDir(terminal), environment)
                .unlock()
                .add(name, key, Instant.now());
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
