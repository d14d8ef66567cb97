package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.limits.NonceStore;
import dev.sparkstacker.journal.RewritableFile;
import dev.sparkstacker.journal.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Nonces on the simulated disk, as the product keeps them: a file for each signer, written over in place and forced. */
final class NonceVault implements NonceStore {
    private static final String FOLDER = "nonces";

    private final Storage disk;

    NonceVault(Storage disk) {
        this.disk = disk;
    }

    @Override
    public Kept open(String signerAddress) throws IOException {
        String name = signerAddress.substring(2) + ".nonce";
        String path = FOLDER + "/" + name;
        String found = disk.list(FOLDER).contains(name) ? text(path) : null;
        return new OnDisk(path, disk.rewrite(path), found);
    }

    private String text(String path) throws IOException {
        try (InputStream in = disk.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Whether a file is there that no write ever left whole. */
    boolean isDamaged() {
        try {
            for (String name : disk.list(FOLDER)) {
                String text = text(FOLDER + "/" + name);
                if (!text.isEmpty() && !text.matches("[0-9]{19}\\n")) {
                    return true;
                }
            }
            return false;
        } catch (IOException unread) {
            return false;
        }
    }

    /** Deletes what cannot be read, as the product asks a person to once a minute has passed. */
    void deleteAll() throws IOException {
        for (String name : disk.list(FOLDER)) {
            disk.delete(FOLDER + "/" + name);
        }
    }

    private record OnDisk(
            String where, RewritableFile file, @Nullable String read) implements Kept {
        @Override
        public void write(String text) throws IOException {
            file.write(0, text.getBytes(StandardCharsets.US_ASCII));
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
