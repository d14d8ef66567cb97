package dev.sparkstacker.hyperliquid.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Nonces on the disk: a file for each signer. */
public final class NonceFolder implements NonceStore {
    private final Path folder;
    private final UnaryOperator<FileChannel> disk;

    /** @param folder where the files of all signers are; made if absent */
    public NonceFolder(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    /**
     * The same over a disk of the caller's.
     *
     * @param folder where the files of all signers are; made if absent
     * @param disk what each file's channel is reached through
     */
    public NonceFolder(Path folder, UnaryOperator<FileChannel> disk) {
        this.folder = folder;
        this.disk = disk;
    }

    @Override
    public Kept open(String signerAddress) throws IOException {
        Path file = folder.resolve(signerAddress.toLowerCase(Locale.ROOT) + ".nonce");
        Files.createDirectories(folder);
        String found = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : null;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new OnDisk(file, disk.apply(channel), found);
    }

    private record OnDisk(
            Path file, FileChannel channel, @Nullable String read) implements Kept {
        @Override
        public String where() {
            return file.toString();
        }

        @Override
        public void write(String text) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (buffer.hasRemaining()) {
                channel.write(buffer, buffer.position());
            }
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
