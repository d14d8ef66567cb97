package dev.sparkstacker.sandbox.persist;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The log file: one JSON line a step.
 *
 * <pre>
 *  {"venueMs":..,"counters":{..},"rows":[..]}\n
 *  {"venueMs":..,"counters":{..},"rows":[..]}\n
 *  {"venueMs":..,"cou                              torn by a kill: cut off at the next start
 * </pre>
 *
 * What was written survives the process at once and the machine after {@link #rewrite}. An unreadable line with lines
 * behind it is damage, not a torn tail, and refused.
 */
public final class StateLog implements AutoCloseable {
    private static final String FILE = "state.jsonl";

    /** Writes bytes; a seam for disks that are full. */
    @FunctionalInterface
    public interface Disk {
        /** As {@link FileChannel#write(ByteBuffer)}. */
        int write(FileChannel channel, ByteBuffer bytes) throws IOException;

        /** The machine's. */
        static Disk real() {
            return FileChannel::write;
        }
    }

    private final Path file;
    private final Disk disk;
    private final Path lockFile;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private FileChannel channel;
    private long wholeLength;

    private StateLog(Path directory, Disk disk, FileChannel lockChannel, FileLock lock) throws IOException {
        this.disk = disk;
        this.file = directory.resolve(FILE);
        this.lockFile = directory.resolve("lock");
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.channel = open(file);
        this.wholeLength = channel.size();
    }

    /** Opens the log of a folder, made if it is not there. @throws StateException if it is in use or unusable */
    public static StateLog open(Path directory, boolean create) {
        return open(directory, create, Disk.real());
    }

    /** Opens the log of a folder on a disk; as {@link #open(Path, boolean)}. */
    public static StateLog open(Path directory, boolean create, Disk disk) {
        try {
            if (create) {
                Files.createDirectories(directory);
            }
            FileChannel lockChannel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(lockChannel);
            if (lock == null) {
                lockChannel.close();
                throw new StateException(
                        "Another sandbox uses the data folder " + directory + "; stop it or choose another folder");
            }
            return new StateLog(directory, disk, lockChannel, lock);
        } catch (IOException failed) {
            throw new StateException(
                    "The sandbox's data folder " + directory + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    /** Reads every whole line and cuts a torn tail off. @throws StateException if the file is damaged */
    public List<StateLine> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<StateLine> lines = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    String text = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                    lines.add(parse(text, lines.size() + 1));
                    start = i + 1;
                }
            }
            if (start < bytes.length) {
                channel.truncate(start);
                channel.position(start);
            }
            wholeLength = start;
            return lines;
        } catch (IOException failed) {
            throw new StateException("Cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    private StateLine parse(String text, int number) {
        try {
            return Json.read(StateLine.class, text);
        } catch (WireException damaged) {
            throw new StateException(
                    file + ":" + number + " is damaged (" + damaged.getMessage()
                            + "); move the folder away to start with a new paper account, or restore it from a copy",
                    damaged);
        }
    }

    /**
     * Appends a line, wholly or not at all.
     *
     * @throws StateException if the disk refuses; the line may be appended again later
     */
    public void append(StateLine line) {
        try {
            channel.truncate(wholeLength);
            channel.position(wholeLength);
            writeTo(channel, line);
            wholeLength = channel.position();
        } catch (IOException failed) {
            throw new StateException("Cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** Replaces the whole log, in one step and forced to the disk. @throws StateException if the disk refuses */
    public void rewrite(List<StateLine> lines) {
        Path next = file.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(next);
            try (FileChannel written = open(next)) {
                for (StateLine line : lines) {
                    writeTo(written, line);
                }
                written.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel.close();
            channel = open(file);
            wholeLength = channel.size();
        } catch (IOException failed) {
            throw new StateException("Cannot rewrite " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** Length in bytes. */
    public long size() {
        try {
            return channel.size();
        } catch (IOException failed) {
            throw new StateException("Cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
            lock.release();
            lockChannel.close();
        } catch (IOException failed) {
            throw new StateException("Cannot close " + file + " or " + lockFile + ": " + failed.getMessage(), failed);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        FileChannel opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        opened.position(opened.size());
        return opened;
    }

    private void writeTo(FileChannel target, StateLine line) throws IOException {
        byte[] text = (Json.text(StateLine.class, line) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(text);
        while (buffer.hasRemaining()) {
            var _ = disk.write(target, buffer);
        }
    }
}
