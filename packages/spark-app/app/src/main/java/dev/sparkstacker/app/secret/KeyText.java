package dev.sparkstacker.app.secret;

import dev.sparkstacker.wire.sign.PrivateKey;

/** Private keys as people write them. Messages never repeat the text. */
public final class KeyText {
    private KeyText() {}

    /** Reads {@code 0x} and 64 hexadecimal digits, the prefix optional. @throws KeystoreException if it is none */
    public static PrivateKey parse(String text) {
        String digits = text.strip().replaceFirst("^0[xX]", "");
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new KeystoreException("Not a private key: expected 0x and 64 hexadecimal digits, got "
                    + digits.length() + " characters that are " + (digits.matches("[0-9a-fA-F]*") ? "" : "not all ")
                    + "hexadecimal.");
        }
        try {
            return PrivateKey.ofHex(digits);
        } catch (IllegalArgumentException outside) {
            throw new KeystoreException("Not a private key: it must be from 1 to the order of secp256k1.", outside);
        }
    }
}
