package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import dev.sparkstacker.app.secret.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys create}: a new wallet key. */
@Command(
        name = "create",
        description = "Make a new key and store it encrypted. The key itself is never printed.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker keys create hedge-wallet")
final class KeysCreateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(paramLabel = "NAME", description = "Its name: a-z, 0-9, - and _.")
    private String name = "";

    KeysCreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KeyInfo info = new KeyringAccess(terminal, configuration.dataDir(terminal), ConfigOptions.environment(terminal))
                .unlock()
                .add(name, PrivateKey.random(new SecureRandom()), Instant.now());
        terminal.out().println("Stored key " + info.name() + ", address " + info.address());
        return ExitCode.OK.status();
    }
}
