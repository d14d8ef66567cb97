package dev.sparkstacker.app.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether a run is to end, why, and what is to be done before it does. Any thread may ask for the end. */
final class RunEnd {
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean flattenFirst;
    private volatile @Nullable Throwable failure;
    private volatile String journalFault = "";
    private volatile OpenPositions left = OpenPositions.NONE;
    private volatile boolean unfinished;

    /** Somebody wants it to end. */
    void ask() {
        asked.countDown();
    }

    /** Somebody wants it to end with every position closed. */
    void askFlat() {
        flattenFirst = true;
        asked.countDown();
    }

    /** It cannot go on. */
    void fail(Throwable cause) {
        failure = cause;
        asked.countDown();
    }

    /** The journal refused a write: trading goes on reduce-only, but the journal's end is not to be written. */
    void journalFailed(String message) {
        journalFault = message;
    }

    /** Tells what was open when it ended. */
    void ended(OpenPositions open) {
        left = open;
    }

    /** The time for an orderly stop was over before what the policy wants was seen done. */
    void leaveUnfinished() {
        unfinished = true;
    }

    /** Whether the orderly stop could not do all that the policy wants. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** What was open when it ended. */
    OpenPositions left() {
        return left;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    boolean flattensFirst() {
        return flattenFirst;
    }

    /** What ended it against its will, or null. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** What the journal refused with, or empty. */
    String journalFault() {
        return journalFault;
    }

    /** Whether everything up to the end is known and journaled. */
    boolean isOrderly() {
        return failure == null && journalFault.isEmpty();
    }

    /** Waits until the end is asked for, at most so long; without a limit where it is null. */
    void await(@Nullable Duration atMost) throws InterruptedException {
        if (atMost == null) {
            asked.await();
        } else {
            asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
