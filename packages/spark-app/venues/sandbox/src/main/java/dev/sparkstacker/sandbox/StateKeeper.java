package dev.sparkstacker.sandbox;

import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.persist.ClockFile;
import dev.sparkstacker.sandbox.persist.StateLog;
import dev.sparkstacker.sandbox.persist.StateRecorder;
import java.util.function.LongConsumer;

/** Writes the state down after each step and the clock five times a second, on the exchange's thread. */
final class StateKeeper implements LongConsumer, AutoCloseable {
    private static final long CLOCK_EVERY_MS = 200;

    private final StateLog log;
    private final ClockFile clockFile;
    private final StateRecorder recorder;
    private final VenueClock clock;
    private final long reserveMs;
    private long writtenAtMachineMs;
    private long reservedMs;
    private long venueMs;

    StateKeeper(StateLog log, ClockFile clockFile, StateRecorder recorder, VenueClock clock, long speedPermille) {
        this.log = log;
        this.clockFile = clockFile;
        this.recorder = recorder;
        this.clock = clock;
        this.reserveMs = Math.max(1, 2 * CLOCK_EVERY_MS * speedPermille / 1_000);
    }

    @Override
    public void accept(long nowMs) {
        recorder.flush();
        venueMs = nowMs;
        long machineMs = clock.machineMs();
        if (nowMs > reservedMs || machineMs - writtenAtMachineMs >= CLOCK_EVERY_MS) {
            reservedMs = nowMs + reserveMs;
            writtenAtMachineMs = machineMs;
            clockFile.write(new ClockFile.Reading(nowMs, machineMs, reservedMs));
        }
    }

    /** Ends in order, after the exchange's thread: the next start need skip nothing. */
    @Override
    public void close() {
        recorder.flush();
        if (venueMs > 0) {
            clockFile.write(new ClockFile.Reading(venueMs, clock.machineMs(), venueMs));
        }
        closeFiles();
    }

    void closeFiles() {
        clockFile.close();
        log.close();
    }
}
