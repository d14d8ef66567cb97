package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.port.Clocks;

/** Both clocks, moved by hand. Belongs to one thread at a time. */
final class ManualClock implements Clocks {
    private long nowMs;

    ManualClock(long nowMs) {
        this.nowMs = nowMs;
    }

    void moveTo(long timeMs) {
        nowMs = timeMs;
    }

    @Override
    public long venueTimeMs() {
        return nowMs;
    }

    @Override
    public long machineTimeMs() {
        return nowMs;
    }
}
