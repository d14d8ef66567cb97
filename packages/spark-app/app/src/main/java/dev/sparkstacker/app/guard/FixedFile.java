package dev.sparkstacker.app.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A text in a file whose size never changes: it is made full of blanks and written over in place, so that a disk without
 * room takes it too. Thread-safe.
 */
public final class FixedFile implements AutoCloseable {
    private final Path path;
    private final int bytes;
    private final FileChannel channel;

    private FixedFile(Path path, int bytes, FileChannel channel) {
        this.path = path;
        this.bytes = bytes;
        this.channel = channel;
    }

    /** Makes the file where it is absent or of another size; what it holds stays. @throws IOException if it cannot */
    public static FixedFile open(Path path, int bytes) throws IOException {
        return open(path, bytes, UnaryOperator.identity());
    }

    /**
     * The same over a disk of the caller's.
     *
     * @param disk what the file's channel is reached through
     */
    public static FixedFile open(Path path, int bytes, UnaryOperator<FileChannel> disk) throws IOException {
        FileChannel channel = disk.apply(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            FixedFile file = new FixedFile(path, bytes, channel);
            if (channel.size() != bytes) {
                file.write(read(path).orElse(""));
                channel.truncate(bytes);
            }
            return file;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    public Path path() {
        return path;
    }

    /** Replaces the text. What does not fit is cut off. */
    public synchronized void write(String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        buffer.put(content, 0, Math.min(content.length, bytes));
        while (buffer.hasRemaining()) {
            buffer.put((byte) ' ');
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer, buffer.position());
        }
    }

    /** The same, and it is on the disk when this returns. */
    public void writeForced(String text) throws IOException {
        write(text);
        channel.force(false);
    }

    /** What a file holds, without the blanks; empty where there is none. @throws IOException if it cannot be read */
    public static Optional<String> read(Path path) throws IOException {
        try {
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
