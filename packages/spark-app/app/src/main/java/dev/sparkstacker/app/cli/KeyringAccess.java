package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.Keystore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The keystore of a data folder, with its password from the environment or from a person. */
public final class KeyringAccess {
    /** Opens the keystore without asking. */
    public static final String PASSWORD_VARIABLE = "SPARK_STACKER_KEYSTORE_PASSWORD";

    private final Terminal terminal;
    private final Path file;
    private final Map<String, String> environment;

    /** Of a data folder; {@code environment} is the effective one, {@code .env} included. */
    public KeyringAccess(Terminal terminal, Path dataDir, Map<String, String> environment) {
        this.terminal = terminal;
        this.file = dataDir.resolve("keystore.json");
        this.environment = environment;
    }

    public Keystore keystore() {
        return new Keystore(file, new SecureRandom());
    }

    Keystore.Unlocked unlock() {
        Keystore keystore = keystore();
        char[] password = password(!keystore.exists());
        try {
            return keystore.unlock(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The password; a new one is asked for twice. @throws CommandFailure if nobody can be asked */
    public char[] password(boolean isNew) {
        String given = environment.getOrDefault(PASSWORD_VARIABLE, "");
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        char[] first = ask(isNew ? "Choose a password for the new keystore: " : "Password of the keystore: ");
        if (isNew && !Arrays.equals(first, ask("Again: "))) {
            throw new CommandFailure(ExitCode.USAGE, "The two passwords differ; nothing was stored.");
        }
        return first;
    }

    private char[] ask(String question) {
        Optional<char[]> answer = terminal.askHidden().apply(question);
        return answer.orElseThrow(() -> new CommandFailure(
                ExitCode.USAGE,
                "There is no terminal to ask for the keystore's password. Set " + PASSWORD_VARIABLE + "."));
    }
}
