package dev.sparkstacker.engine;

import dev.sparkstacker.domain.port.Clocks;

/** Both clocks, moved by hand; venue time runs {@code speed} times the machine's. */
final class FakeClocks implements Clocks {
    private final int speed;
    private long venueMs;
    private long machineMs;

    FakeClocks(long startMs, int speed) {
        this.venueMs = startMs;
        this.machineMs = startMs;
        this.speed = speed;
    }

    /** Moves venue time; the machine's follows at its own pace. */
    void forward(long venueMillis) {
        venueMs += venueMillis;
        machineMs += venueMillis / speed;
    }

    @Override
    public long venueTimeMs() {
        return venueMs;
    }

    @Override
    public long machineTimeMs() {
        return machineMs;
    }
}
