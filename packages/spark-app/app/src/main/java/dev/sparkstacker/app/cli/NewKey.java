package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import dev.sparkstacker.wire.sign.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A key that is made or taken over under a name, in the keystore of the data folder. */
final class NewKey {
    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(paramLabel = "NAME", description = "Its name, best that of its account: a-z, 0-9, - and _.")
    private String name = "";

    /** Makes a key and stores it. */
    KeyInfo make(Terminal terminal) {
        return store(terminal, PrivateKey.generate(new SecureRandom()));
    }

    /** Stores a key. */
    KeyInfo store(Terminal terminal, PrivateKey key) {
        return new KeyringAccess(terminal, configuration.dataDir(terminal), ConfigOptions.environment(terminal))
                .unlock()
                .add(name, key, Instant.now());
    }
}
