package dev.sparkstacker.app.runtime;

import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Keys of paper accounts. They guard nothing: whoever reaches the sandbox on the loopback may trade simulated money. So
 * they are derived from the account's name, the same at every start.
 */
final class PaperKeys {
    private PaperKeys() {}

    /** The account's own key. */
    static Signer owner(String account) {
        return derive("paper account " + account);
    }

    /** The key of the agent that trades for it. */
    static Signer agent(String account) {
        return derive("paper agent " + account);
    }

    private static Signer derive(String purpose) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("spark-stacker " + purpose).getBytes(StandardCharsets.UTF_8));
            return new Signer(PrivateKey.ofBytes(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
