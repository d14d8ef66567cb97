package dev.sparkstacker.sandbox.persist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The last venue time, overwritten in place: three fixed-width numbers, so that a kill leaves the old or the new ones.
 *
 * <pre>
 *  venue ms (20 digits) | machine ms (20) | reserved venue ms (20) | newline
 * </pre>
 *
 * The reserved time is what the clock may reach before the next write; a restart begins no earlier, so that venue time
 * never goes back.
 */
public final class ClockFile implements AutoCloseable {
    private static final int DIGITS = 20;
    private static final int LENGTH = 3 * (DIGITS + 1);

    /** What the file holds. */
    public record Reading(long venueMs, long machineMs, long reservedMs) {
        /** Where venue time stands now: the downtime passed in real time. */
        public long resumeAt(long machineNowMs) {
            return Math.max(reservedMs, venueMs + Math.max(0, machineNowMs - machineMs));
        }
    }

    private final Path file;
    private final FileChannel channel;

    /** @throws StateException if the file cannot be written */
    public ClockFile(Path directory) {
        this.file = directory.resolve("clock");
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new StateException("Cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** The last reading, or empty where there is none. @throws StateException if the file is damaged */
    public Optional<Reading> read() {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Reading(number(text, 0), number(text, 1), number(text, 2)));
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException damaged) {
            throw new StateException(
                    file + " is damaged; it holds three numbers, the last of which is a venue time in ms", damaged);
        }
    }

    private static long number(String text, int index) {
        int start = index * (DIGITS + 1);
        return Long.parseLong(text.substring(start, start + DIGITS));
    }

    /** Overwrites the reading. @throws StateException if the disk refuses */
    public void write(Reading reading) {
        String text = "%020d %020d %020d\n".formatted(reading.venueMs, reading.machineMs, reading.reservedMs);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII), 0, LENGTH);
            int position = 0;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException failed) {
            throw new StateException("Cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new StateException("Cannot close " + file + ": " + failed.getMessage(), failed);
        }
    }
}
