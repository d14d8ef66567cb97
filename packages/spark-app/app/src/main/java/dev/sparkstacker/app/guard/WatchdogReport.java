package dev.sparkstacker.app.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the watchdog says of itself: the file {@code watchdog} in the data folder, written over each second.
 *
 * @param state what it does
 * @param detail the same for people
 * @param armed names of the accounts whose venue switch is armed, between blanks
 * @param switchDetail the venue's switch for people
 * @param count rises with each writing
 * @param pid its process
 */
public record WatchdogReport(State state, String detail, String armed, String switchDetail, long count, long pid) {
    static final int BYTES = 2_048;
    private static final String NAME = "watchdog";

    /** What it does. */
    public enum State {
        /** The configuration wants none and none runs. */
        OFF,
        /** The configuration wants one and none is seen. */
        ABSENT,
        /** It watches. */
        WATCHING,
        /** The process is gone or silent; it acts at the venue. */
        ACTING,
        /** It has acted, and the venue says that nothing is left to do. */
        ACTED;

        /** As it is spelled in metrics and health. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Path file(Path dataDir) {
        return dataDir.resolve(NAME);
    }

    String text() {
        return Note.of(Map.of(
                        "state", state.name(),
                        "detail", detail,
                        "armed", armed,
                        "switch", switchDetail,
                        "count", Long.toString(count),
                        "pid", Long.toString(pid),
                        "at", Instant.now().toString()))
                .text();
    }

    /** What a watchdog wrote last; empty where none ever ran here. @throws IOException if it cannot be read */
    public static Optional<WatchdogReport> read(Path dataDir) throws IOException {
        return Note.read(file(dataDir)).flatMap(note -> {
            for (State each : State.values()) {
                if (each.name().equals(note.get("state"))) {
                    return Optional.of(new WatchdogReport(
                            each,
                            note.get("detail"),
                            note.get("armed"),
                            note.get("switch"),
                            note.number("count"),
                            note.number("pid")));
                }
            }
            return Optional.empty();
        });
    }
}
