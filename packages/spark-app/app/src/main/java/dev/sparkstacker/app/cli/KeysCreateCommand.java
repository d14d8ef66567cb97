package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys create}: a new wallet key. */
@Command(
        name = "create",
        description = "Make a new key and store it encrypted. The key itself is never printed.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker keys create hedge-wallet")
final class KeysCreateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private NewKey newKey = new NewKey();

    KeysCreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KeyInfo info = newKey.make(terminal);
        terminal.out().println("Stored key " + info.name() + ", address " + info.address());
        return ExitCode.OK.status();
    }
}
