package dev.sparkstacker.app.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a sender must know. Kept as its digest, compared in the same time wherever two texts differ, never shown. */
public final class SharedSecret {
    /** Fewest characters of a secret that cannot be guessed. */
    public static final int LEAST_CHARACTERS = 16;

    private final byte[] digest;

    /** @throws IllegalArgumentException if it is too short */
    public SharedSecret(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("A secret has at least " + LEAST_CHARACTERS + " characters");
        }
        digest = sha256(secret);
    }

    boolean is(@Nullable String given) {
        return MessageDigest.isEqual(digest, sha256(given == null ? "" : given));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
