package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.bind.EffectiveValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of a configuration: SHA-256 over the lines {@code path=value} of every setting that decides what is
 * traded, sorted, each ended by a line feed. Order, comments and layout of the file, folders, ports and secrets do not
 * change it.
 */
final class ConfigHash {
    private ConfigHash() {}

    static String of(List<EffectiveValue> values) {
        StringBuilder canonical = new StringBuilder();
        values.stream()
                .filter(EffectiveValue::inHash)
                .map(value -> value.path() + "=" + value.text() + "\n")
                .sorted()
                .forEach(canonical::append);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
