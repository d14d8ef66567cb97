package dev.sparkstacker.app.runtime;

import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys of paper accounts. They guard nothing: whoever reaches the sandbox on the loopback may trade simulated money. So
 * they are derived from the account's name, the same at every start.
 */
final class PaperKeys {
    private static final String OWNER = "paper account ";

    private PaperKeys() {}

    /** The account's own key. */
    static Signer owner(String account) {
        return derive(OWNER + account);
    }

    /** The key of the agent that trades for it. */
    static Signer agent(String account) {
        return derive("paper agent " + account);
    }

    /** The key of the agent with which the watchdog acts for it. */
    static Signer watchdog(String account) {
        return derive("paper watchdog " + account);
    }

    /** The account's own key as text, for a client that is to trade on the sandbox. */
    static String ownerHex(String account) {
        return "0x" + HexFormat.of().formatHex(hash(OWNER + account));
    }

    private static Signer derive(String purpose) {
        return new Signer(PrivateKey.ofBytes(hash(purpose)));
    }

    private static byte[] hash(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("spark-stacker " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
