package dev.sparkstacker.app.secret;

import dev.sparkstacker.app.secret.KeystoreFile.Derivation;
import dev.sparkstacker.app.secret.KeystoreFile.Entry;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Private keys in an encrypted file. Listing needs no password; everything else is done on an {@link Unlocked} one. */
public final class Keystore {
    private static final int LEAST_PASSWORD_LENGTH = 8;

    private final Path file;
    private final SecureRandom random;

    public Keystore(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /**
     * What may be seen of a key.
     *
     * @param name its name
     * @param address the address it signs for
     * @param createdAt when it was stored, ISO 8601
     */
    public record KeyInfo(String name, String address, String createdAt) {}

    /** Whether there is a keystore already; the password of a new one is chosen with the first {@link #unlock}. */
    public boolean exists() {
        return KeystoreFile.read(file).isPresent();
    }

    /** What is in it. @throws KeystoreException if the file is damaged */
    public List<KeyInfo> list() {
        return KeystoreFile.read(file).map(KeystoreFile::entries).orElse(List.of()).stream()
                .map(entry -> new KeyInfo(entry.name(), entry.address(), entry.createdAt()))
                .toList();
    }

    /** Opens it, or begins a new one with this password. @throws KeystoreException if the password is wrong */
    public Unlocked unlock(char[] password) {
        Optional<KeystoreFile> present = KeystoreFile.read(file);
        if (present.isEmpty() && password.length < LEAST_PASSWORD_LENGTH) {
            throw new KeystoreException("A keystore password has at least " + LEAST_PASSWORD_LENGTH + " characters.");
        }
        KeystoreFile content = present.orElseGet(() -> begin(password));
        KeyCipher cipher = KeyCipher.of(content.derivation(), password);
        if (cipher.open(content.check(), binding(content.derivation(), "", "")).isEmpty()) {
            throw new KeystoreException("Wrong password for " + file + ", or the file was changed.");
        }
        return new Unlocked(content, cipher);
    }

    private KeystoreFile begin(char[] password) {
        Derivation derivation = KeyCipher.newDerivation(random);
        KeyCipher cipher = KeyCipher.of(derivation, password);
        byte[] check = "spark-stacker".getBytes(StandardCharsets.UTF_8);
        return new KeystoreFile(
                KeystoreFile.VERSION, derivation, cipher.seal(check, binding(derivation, "", ""), random), List.of());
    }

    private static String binding(Derivation derivation, String name, String address) {
        return "spark-stacker keystore 1|" + derivation.salt() + "|" + name + "|" + address;
    }

    /** The keystore with its password given. */
    public final class Unlocked {
        private KeystoreFile content;
        private final KeyCipher cipher;

        private Unlocked(KeystoreFile content, KeyCipher cipher) {
            this.content = content;
            this.cipher = cipher;
        }

        /** Stores a key under a new name. @throws KeystoreException if name or key is there already */
        public KeyInfo add(String name, PrivateKey key, Instant now) {
            if (!name.matches("[a-z0-9_-]{1,32}")) {
                throw new KeystoreException("Not a key name: '" + name + "' (a-z, 0-9, - and _, at most 32).");
            }
            String address = new Signer(key).address().text();
            for (Entry entry : content.entries()) {
                if (entry.name().equals(name)) {
                    throw new KeystoreException("There is a key named " + name + " already, for " + entry.address()
                            + ". Choose another name; keys are never replaced.");
                }
                if (entry.address().equals(address)) {
                    throw new KeystoreException("This key is stored already, as " + entry.name() + ".");
                }
            }
            byte[] plain = key.exportSecret();
            String binding = binding(content.derivation(), name, address);
            Entry entry = new Entry(name, address, now.toString(), cipher.seal(plain, binding, random));
            Arrays.fill(plain, (byte) 0);
            List<Entry> entries = new ArrayList<>(content.entries());
            entries.add(entry);
            KeystoreFile changed =
                    new KeystoreFile(content.version(), content.derivation(), content.check(), List.copyOf(entries));
            changed.write(file);
            content = changed;
            return new KeyInfo(name, address, entry.createdAt());
        }

        /** Reads a key. @throws KeystoreException if there is none of that name or it was tampered with */
        public PrivateKey key(String name) {
            for (Entry entry : content.entries()) {
                if (entry.name().equals(name)) {
                    byte[] plain = cipher.open(entry.sealed(), binding(content.derivation(), name, entry.address()))
                            .orElseThrow(() -> new KeystoreException("The key " + name + " in " + file
                                    + " was changed and is not used. Restore the file from a backup."));
                    return PrivateKey.ofBytes(plain);
                }
            }
            throw new KeystoreException("There is no key named " + name + " in " + file + ". Known: "
                    + String.join(
                            ", ", content.entries().stream().map(Entry::name).toList()));
        }
    }
}
