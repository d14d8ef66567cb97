package dev.sparkstacker.app.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The trading process's sign of life for the watchdog: the file {@code heartbeat} in the data folder, written over twice a
 * second.
 *
 * <pre>
 *  STARTING ─► TRADING ◄─► SILENT (engine silent, guard not in charge yet) ─► GUARDED ─► …
 *                 └─► STOPPED   orderly stop: positions rest on their stops by a person's will
 * </pre>
 *
 * <p>Only TRADING and GUARDED say that somebody looks after what rests at the venue.
 */
public final class Heartbeat implements AutoCloseable {
    private static final String NAME = "heartbeat";
    private static final int BYTES = 512;
    private static final long EVERY_MS = 500;

    private final FixedFile file;
    private final Consumer<IOException> onFailure;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private volatile Supplier<State> state = () -> State.STARTING;
    private long count = System.currentTimeMillis();
    private boolean failing;

    /** What the process is doing. */
    public enum State {
        STARTING,
        TRADING,
        SILENT,
        GUARDED,
        STOPPED
    }

    /**
     * A beat as it was read.
     *
     * @param count rises with each beat
     * @param pid the process
     */
    record Beat(State state, long count, long pid) {
        boolean isLooking() {
            return state == State.TRADING || state == State.GUARDED;
        }
    }

    private Heartbeat(FixedFile file, Consumer<IOException> onFailure) {
        this.file = file;
        this.onFailure = onFailure;
    }

    /**
     * Begins to beat.
     *
     * @param onFailure hears once when the disk begins to refuse
     */
    public static Heartbeat start(Path dataDir, Consumer<IOException> onFailure) throws IOException {
        Heartbeat heartbeat = new Heartbeat(FixedFile.open(dataDir.resolve(NAME), BYTES), onFailure);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** Says where the state is asked for from now on. */
    public void tell(Supplier<State> source) {
        state = source;
    }

    /** The newest beat; empty where no process has ever run here. @throws IOException if it cannot be read */
    static Optional<Beat> read(Path dataDir) throws IOException {
        return Note.read(dataDir.resolve(NAME)).flatMap(note -> {
            for (State each : State.values()) {
                if (each.name().equals(note.get("state"))) {
                    return Optional.of(new Beat(each, note.number("count"), note.number("pid")));
                }
            }
            return Optional.empty();
        });
    }

    private void beat() {
        try {
            do {
                write(state.get());
            } while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(State now) {
        try {
            file.write(Note.of(Map.of(
                            "state", now.name(),
                            "count", Long.toString(++count),
                            "pid", Long.toString(ProcessHandle.current().pid()),
                            "at", Instant.now().toString()))
                    .text());
            failing = false;
        } catch (IOException refused) {
            if (!failing) {
                onFailure.accept(refused);
            }
            failing = true;
        }
    }

    /** Ends; after an orderly run the last beat says so, and the watchdog leaves things as they are. */
    public void end(boolean orderly) {
        closing.countDown();
        try {
            thread.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (orderly) {
            write(State.STOPPED);
        }
    }

    @Override
    public void close() throws IOException {
        end(false);
        file.close();
    }
}
