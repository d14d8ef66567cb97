package dev.sparkstacker.app.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keystore as it stands on disk, mode 0600.
 *
 * <pre>
 * { "version": 1,
 *   "derivation": { "function": "argon2id", "memoryKib", "iterations", "parallelism", "salt" },
 *   "check":      { "nonce", "ciphertext" },              the password is right if this opens
 *   "entries":  [ { "name", "address", "createdAt", "sealed": { "nonce", "ciphertext" } } ] }
 * </pre>
 *
 * Binary fields are hexadecimal. Names and addresses are readable without the password, but bound to the ciphertext.
 */
record KeystoreFile(int version, Derivation derivation, Sealed check, List<Entry> entries) {
    static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** How the key is derived from the password. */
    record Derivation(String function, int memoryKib, int iterations, int parallelism, String salt) {}

    /** Something encrypted. */
    record Sealed(String nonce, String ciphertext) {}

    /** One private key. */
    record Entry(String name, String address, String createdAt, Sealed sealed) {}

    /** Reads the file; empty if there is none. @throws KeystoreException if it is there but not readable */
    static Optional<KeystoreFile> read(Path file) {
        try {
            KeystoreFile content = MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), KeystoreFile.class);
            if (content.version != VERSION) {
                throw new KeystoreException(
                        file + " has version " + content.version + ", this program reads version " + VERSION + ".");
            }
            return Optional.of(content);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new KeystoreException(file + " cannot be read as a keystore. Restore it from a backup.", e);
        }
    }

    /** Replaces the file in one step, so that a crash leaves the old one or the new one. */
    void write(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path draft = Files.createTempFile(
                    folder,
                    "keystore",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new KeystoreException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
