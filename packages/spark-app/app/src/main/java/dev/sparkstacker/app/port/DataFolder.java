package dev.sparkstacker.app.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that this process alone uses, until it is closed or the process ends.
 *
 * <p>The kernel holds the lock on {@code lock}, so that a killed process leaves nothing to clean up; the file's content
 * only tells people the process id.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Looks whether another process has the folder; makes and takes nothing.
     *
     * @throws CommandFailure if it is taken
     */
    public static void requireFree(Path path) {
        try (FileChannel channel =
                        FileChannel.open(path.resolve(LOCK), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                throw taken(path, channel);
            }
        } catch (IOException absentOrUnwritable) {
            // Nobody has it; whether it can be written shows when it is taken.
        }
    }

    /** Makes the folder if needed and takes it. @throws CommandFailure if it is taken, read-only or the disk is full */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    CommandFailure taken = taken(path, channel);
                    channel.close();
                    throw taken;
                }
                channel.truncate(0);
                channel.write(
                        StandardCharsets.UTF_8.encode(
                                Long.toString(ProcessHandle.current().pid())),
                        0);
                channel.force(true);
                return new DataFolder(path, channel, lock);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT, path + " is a file, not a folder. Choose another --data-dir.", e);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The data folder " + path + " cannot be written: access denied. Fix its owner or permissions.",
                    e);
        } catch (FileSystemException e) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The data folder " + path + " cannot be written: " + e.getReason()
                            + ". Free disk space, make it writable, or choose another --data-dir.",
                    e);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The data folder " + path + " cannot be written: " + e.getMessage()
                            + ". Free disk space, make it writable, or choose another --data-dir.",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    public Path journal() {
        return path.resolve("journal");
    }

    public Path store() {
        return path.resolve("store");
    }

    /** The store's database. */
    public Path database() {
        return databaseIn(path);
    }

    /** The store's file in a data folder that another process may have open. */
    public static Path databaseIn(Path folder) {
        return folder.resolve("store").resolve("spark-stacker.db");
    }

    public Path sandbox() {
        return path.resolve("sandbox");
    }

    public Path nonces() {
        return path.resolve("nonces");
    }

    public Path controlSocket() {
        return path.resolve("control.sock");
    }

    /** Gives the folder back as if it had never been taken: without the file that marks it. */
    public void withdraw() throws IOException {
        Files.deleteIfExists(path.resolve(LOCK));
        close();
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static CommandFailure taken(Path path, FileChannel channel) throws IOException {
        return new CommandFailure(
                ExitCode.ENVIRONMENT,
                "The data folder " + path + " is in use by another instance" + holder(channel)
                        + ". Stop it with \"spark-stacker stop\", or choose another --data-dir.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        String pid = StandardCharsets.UTF_8.decode(content.flip()).toString().strip();
        return pid.matches("[0-9]+") ? " (process " + pid + ")" : "";
    }
}
