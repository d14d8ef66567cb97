package dev.sparkstacker.sandbox;

import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.persist.ClockFile;
import dev.sparkstacker.sandbox.persist.StateException;
import dev.sparkstacker.sandbox.persist.StateLog;
import dev.sparkstacker.sandbox.persist.StateRecorder;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the state down after each step, the clock five times a second and where the prices stand once an hour of venue
 * time, on the exchange's thread.
 *
 * <pre>
 *            write refused: one line
 *  WRITING -----------------------------> REFUSED   nothing is acknowledged: requests meet 503, sockets are cut
 *     ^                                      |      the clock on the disk stands still, so that a restart
 *     +---- written: one line ---------------+      plays again what nobody was told; a try a second
 * </pre>
 */
final class StateKeeper implements LongConsumer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);
    private static final long CLOCK_EVERY_MS = 200;
    private static final long TRY_EVERY_MS = 1_000;
    private static final long PRICES_EVERY_VENUE_MS = 3_600_000;

    private final StateLog log;
    private final ClockFile clockFile;
    private final StateRecorder recorder;
    private final VenueClock clock;
    private final PriceSource prices;
    private final long reserveMs;
    private volatile boolean refused;
    private final AtomicLong refusals = new AtomicLong();
    private long triedAtMachineMs;
    private long writtenAtMachineMs;
    private long reservedMs;
    private long venueMs;
    private long pricesSavedMs;

    StateKeeper(
            StateLog log,
            ClockFile clockFile,
            StateRecorder recorder,
            VenueClock clock,
            PriceSource prices,
            long speedPermille) {
        this.log = log;
        this.clockFile = clockFile;
        this.recorder = recorder;
        this.clock = clock;
        this.prices = prices;
        this.reserveMs = Math.max(1, 2 * CLOCK_EVERY_MS * speedPermille / 1_000);
    }

    /** Whether everything so far is written down; from any thread. */
    boolean isWriting() {
        return !refused;
    }

    /** How often the disk refused; from any thread. */
    long refusals() {
        return refusals.get();
    }

    /** Writes what changed, before it is told. */
    void flush() {
        if (!refused) {
            attempt(recorder::flush);
        }
    }

    /** Writes what changed, before it is told. @throws StateException if it cannot be written */
    void flushOrFail() {
        flush();
        if (refused) {
            throw new StateException("The sandbox cannot write its state just now; what was asked may have been done");
        }
    }

    @Override
    public void accept(long nowMs) {
        venueMs = nowMs;
        long machineMs = clock.machineMs();
        if (refused && Math.abs(machineMs - triedAtMachineMs) < TRY_EVERY_MS) {
            return;
        }
        attempt(() -> {
            recorder.flush();
            writeClock(nowMs, machineMs);
        });
        if (!refused && nowMs - pricesSavedMs >= PRICES_EVERY_VENUE_MS) {
            pricesSavedMs = nowMs;
            prices.save();
        }
    }

    private void writeClock(long nowMs, long machineMs) {
        if (nowMs > reservedMs || machineMs - writtenAtMachineMs >= CLOCK_EVERY_MS) {
            reservedMs = nowMs + reserveMs;
            writtenAtMachineMs = machineMs;
            clockFile.write(new ClockFile.Reading(nowMs, machineMs, reservedMs));
        }
    }

    private void attempt(Runnable write) {
        try {
            write.run();
            if (refused) {
                LOG.info("The sandbox can write its state again, after {} refusals; it serves", refusals);
                refused = false;
            }
        } catch (StateException failed) {
            triedAtMachineMs = clock.machineMs();
            refusals.incrementAndGet();
            if (!refused) {
                LOG.error(
                        "{}. The sandbox answers 503 to everything until it can: free space on that disk; it goes on"
                                + " by itself",
                        failed.getMessage());
                refused = true;
            }
        }
    }

    /** Ends in order, after the exchange's thread: the next start need skip nothing. */
    @Override
    public void close() {
        attempt(() -> {
            recorder.flush();
            if (venueMs > 0) {
                clockFile.write(new ClockFile.Reading(venueMs, clock.machineMs(), venueMs));
            }
        });
        if (!refused) {
            prices.save();
        }
        closeFiles();
    }

    /** Lets go of the files and of the prices. */
    void closeFiles() {
        prices.close();
        clockFile.close();
        log.close();
    }
}
