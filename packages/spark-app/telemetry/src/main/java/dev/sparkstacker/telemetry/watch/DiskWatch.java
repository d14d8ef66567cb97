package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.health.HealthCheck.Status;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Watches how full the disks of the data and log folders are, and tells when that changes. */
public final class DiskWatch {
    private static final String COMPONENT = "disk";

    private final Outlet out;
    private final Reader reader;
    private final BiConsumer<String, State> onChange;
    private final Map<String, Path> partitions = new LinkedHashMap<>();
    private final Map<String, Reading> readings = new LinkedHashMap<>();

    /** How full a disk is. */
    public enum State {
        NORMAL(0),
        WARNING(80),
        CRITICAL(90),
        /** So full that the journal may soon not be writable. */
        EMERGENCY(95),
        /** It could not be read. */
        UNREAD(0);

        private final int fromPercent;

        State(int fromPercent) {
            this.fromPercent = fromPercent;
        }

        static State of(double usedPercent) {
            if (usedPercent >= EMERGENCY.fromPercent) {
                return EMERGENCY;
            }
            if (usedPercent >= CRITICAL.fromPercent) {
                return CRITICAL;
            }
            return usedPercent >= WARNING.fromPercent ? WARNING : NORMAL;
        }
    }

    /**
     * A disk's size.
     *
     * @param totalBytes all of it
     * @param freeBytes what this process may still write
     */
    public record Usage(long totalBytes, long freeBytes) {
        double usedPercent() {
            return totalBytes == 0 ? 0 : 100.0 * (totalBytes - freeBytes) / totalBytes;
        }
    }

    /** Reads a disk's size. */
    @FunctionalInterface
    public interface Reader {
        /** The size of the disk that holds the folder. @throws IOException if it cannot be read */
        Usage read(Path folder) throws IOException;

        /** What the file system tells. */
        static Usage fileSystem(Path folder) throws IOException {
            FileStore store = Files.getFileStore(folder);
            return new Usage(store.getTotalSpace(), store.getUsableSpace());
        }
    }

    private record Reading(State state, double usedPercent) {}

    /** Makes it; {@code onChange} hears partition and state whenever the state changes. */
    DiskWatch(Outlet out, Path data, Path logs, Reader reader, BiConsumer<String, State> onChange) {
        this.out = out;
        this.reader = reader;
        this.onChange = onChange;
        partitions.put("data", data);
        partitions.put("logs", logs);
    }

    /** Reads both disks. */
    synchronized void check() {
        partitions.forEach((partition, folder) -> {
            Reading before = readings.getOrDefault(partition, new Reading(State.NORMAL, 0));
            State state;
            try {
                Usage usage = reader.read(folder);
                state = State.of(usage.usedPercent());
                out.meters().system.diskUsed.labelValues(partition).set(usage.usedPercent() / 100);
                out.meters().system.diskFree.labelValues(partition).set((double) usage.freeBytes());
                readings.put(partition, new Reading(state, usage.usedPercent()));
                if (state != before.state()) {
                    tell(partition, state, usage);
                }
            } catch (IOException unreadable) {
                state = State.UNREAD;
                readings.put(partition, new Reading(state, before.usedPercent()));
                if (before.state() != State.UNREAD) {
                    out.log()
                            .failure(
                                    LogEvent.DISK_SPACE_UNREAD,
                                    LogContext.of(COMPONENT),
                                    "The disk of " + folder + " cannot be read",
                                    unreadable,
                                    field("partition", partition));
                }
            }
            if (state != before.state()) {
                onChange.accept(partition, state);
            }
        });
    }

    private void tell(String partition, State state, Usage usage) {
        LogEvent event = switch (state) {
            case NORMAL, UNREAD -> LogEvent.DISK_SPACE_OK;
            case WARNING -> LogEvent.DISK_SPACE_WARNING;
            case CRITICAL, EMERGENCY -> LogEvent.DISK_SPACE_CRITICAL;
        };
        boolean fine = event == LogEvent.DISK_SPACE_OK;
        out.log()
                .event(
                        event,
                        LogContext.of(COMPONENT),
                        "The disk of " + partition + " is " + Math.round(usage.usedPercent()) + " % full",
                        field("partition", partition),
                        field("usagePercent", Math.round(usage.usedPercent())),
                        field("threshold", fine ? null : state.fromPercent),
                        field("freeBytes", fine ? null : usage.freeBytes()));
    }

    /** For health: the fuller of the two disks. */
    public synchronized Result health() {
        Reading worst = new Reading(State.NORMAL, 0);
        for (Reading reading : readings.values()) {
            if (reading.state() == State.UNREAD) {
                return Result.warning("the disk's usage cannot be read");
            }
            worst = reading.usedPercent() > worst.usedPercent() ? reading : worst;
        }
        Status status = switch (worst.state()) {
            case NORMAL, UNREAD -> Status.OK;
            case WARNING -> Status.WARNING;
            case CRITICAL, EMERGENCY -> Status.CRITICAL;
        };
        return Result.usage(status, worst.usedPercent());
    }
}
