package dev.sparkstacker.wire.sign;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A secp256k1 private key. Never shows itself: {@code toString} is {@code ***} and it is not serialisable. */
public final class PrivateKey {
    private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F]{64}");
    private static final int BYTES = 32;

    private final BigInteger secret;

    private PrivateKey(BigInteger secret) {
        if (secret.signum() <= 0 || secret.compareTo(Secp256k1.N) >= 0) {
            throw new IllegalArgumentException("a private key lies between 1 and the order of the curve");
        }
        this.secret = secret;
    }

    /**
     * Reads a key of 64 hex digits with or without {@code 0x}.
     *
     * @throws IllegalArgumentException saying what is wrong without repeating the text
     */
    public static PrivateKey ofHex(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "a private key is 64 hex digits with or without 0x, got " + hex.length() + " characters");
        }
        return new PrivateKey(new BigInteger(1, Hex.bytes(hex)));
    }

    /** Reads a key of 32 bytes. */
    public static PrivateKey ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a private key has " + BYTES + " bytes, got " + bytes.length);
        }
        return new PrivateKey(new BigInteger(1, bytes));
    }

    /** A new key from the given source. */
    public static PrivateKey generate(SecureRandom random) {
        while (true) {
            BigInteger candidate = new BigInteger(8 * BYTES, random);
            if (candidate.signum() > 0 && candidate.compareTo(Secp256k1.N) < 0) {
                return new PrivateKey(candidate);
            }
        }
    }

    /** The 32 secret bytes, for an encrypted store and nothing else. */
    public byte[] exportSecret() {
        byte[] raw = secret.toByteArray();
        byte[] out = new byte[BYTES];
        int length = Math.min(raw.length, BYTES);
        System.arraycopy(raw, raw.length - length, out, BYTES - length, length);
        return out;
    }

    BigInteger secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}
