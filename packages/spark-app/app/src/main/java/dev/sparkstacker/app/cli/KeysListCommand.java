package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.port.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys list}: names and addresses, no password needed. */
@Command(name = "list", description = "List names and addresses; needs no password.")
final class KeysListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    KeysListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path dataDir = configuration.dataDir(terminal);
        List<List<String>> rows = new KeyringAccess(terminal, dataDir, terminal.environment())
                .keystore().list().stream()
                        .map(key -> List.of(key.name(), key.address(), key.createdAt()))
                        .toList();
        if (rows.isEmpty()) {
            terminal.out().println("No keys in " + dataDir.resolve("keystore.json") + ". Paper trading needs none.");
        } else {
            TextTable.lines(List.of("name", "address", "created"), rows).forEach(terminal.out()::println);
        }
        return ExitCode.OK.status();
    }
}
