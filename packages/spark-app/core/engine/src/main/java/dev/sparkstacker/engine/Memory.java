package dev.sparkstacker.engine;

import java.util.ArrayList;
import java.util.List;

/** What a pair remembers of its position, and of the last one: which parts were closed, and when it was stopped out. */
final class Memory {
    private static final long NEVER = -1;

    /**
     * The memory, for snapshots.
     *
     * @param parts names of the parts of the position that were closed
     * @param stoppedOutMs venue time of the last stop-out, or -1
     */
    record State(List<String> parts, long stoppedOutMs) {}

    private final List<String> parts = new ArrayList<>();
    private long stoppedOutMs = NEVER;

    void load(State state) {
        parts.addAll(state.parts());
        stoppedOutMs = state.stoppedOutMs();
    }

    State state() {
        return new State(List.copyOf(parts), stoppedOutMs);
    }

    boolean hasExited(String part) {
        return parts.contains(part);
    }

    void exited(String part) {
        parts.add(part);
    }

    /** The position is closed. */
    void positionEnded(boolean byStop, long nowMs) {
        parts.clear();
        if (byStop) {
            stoppedOutMs = nowMs;
        }
    }

    /** Whether a bar that closes at this time lies within the cooldown after a stop-out. */
    boolean coolsDown(long barCloseMs, long cooldownMs) {
        return stoppedOutMs != NEVER && cooldownMs > 0 && barCloseMs < stoppedOutMs + cooldownMs;
    }

    long stoppedOutMs() {
        return stoppedOutMs;
    }
}
