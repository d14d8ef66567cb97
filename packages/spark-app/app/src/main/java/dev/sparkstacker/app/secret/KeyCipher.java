package dev.sparkstacker.app.secret;

import dev.sparkstacker.app.secret.KeystoreFile.Derivation;
import dev.sparkstacker.app.secret.KeystoreFile.Sealed;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** AES-256-GCM under a key derived from a password with Argon2id. Each sealing takes a fresh random nonce. */
final class KeyCipher {
    private static final String FUNCTION = "argon2id";
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int ITERATIONS = 3;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_ITERATIONS = 64;

    private final SecretKeySpec key;

    private KeyCipher(SecretKeySpec key) {
        this.key = key;
    }

    /** Parameters for a new keystore. */
    static Derivation newDerivation(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Derivation(
                FUNCTION, MEMORY_KIB, ITERATIONS, 1, HexFormat.of().formatHex(salt));
    }

    /** Derives the key. @throws KeystoreException for parameters no keystore of ours has */
    static KeyCipher of(Derivation derivation, char[] password) {
        boolean sane = derivation.function().equals(FUNCTION)
                && derivation.memoryKib() >= 8
                && derivation.memoryKib() <= MOST_MEMORY_KIB
                && derivation.iterations() >= 1
                && derivation.iterations() <= MOST_ITERATIONS
                && derivation.parallelism() == 1;
        if (!sane) {
            throw new KeystoreException("The keystore's derivation parameters are not ours: " + derivation.function()
                    + ", " + derivation.memoryKib() + " KiB, " + derivation.iterations() + " iterations.");
        }
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(derivation.memoryKib())
                .withIterations(derivation.iterations())
                .withParallelism(derivation.parallelism())
                .withSalt(bytes(derivation.salt()))
                .build());
        byte[] secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)).array();
        byte[] derived = new byte[KEY_BYTES];
        generator.generateBytes(secret, derived);
        Arrays.fill(secret, (byte) 0);
        return new KeyCipher(new SecretKeySpec(derived, "AES"));
    }

    /** Encrypts, and binds the result to a text that must be the same when it is opened. */
    Sealed seal(byte[] plain, String boundTo, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(plain);
            return new Sealed(HexFormat.of().formatHex(nonce), HexFormat.of().formatHex(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new KeystoreException("AES-GCM is not available in this JDK", e);
        }
    }

    /** Decrypts; empty if the password, the ciphertext or the text it is bound to is not the original. */
    Optional<byte[]> open(Sealed sealed, String boundTo) {
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, bytes(sealed.nonce()), boundTo).doFinal(bytes(sealed.ciphertext())));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new KeystoreException("The keystore is damaged: " + e.getMessage(), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new KeystoreException("The keystore is damaged: a field is not hexadecimal", e);
        }
    }
}
