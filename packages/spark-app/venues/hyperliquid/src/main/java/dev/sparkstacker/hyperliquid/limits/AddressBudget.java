package dev.sparkstacker.hyperliquid.limits;

/**
 * How many more actions the venue takes from one account's address. The budget is for life: it grows with the volume
 * traded. The last part is kept for what reduces risk, so that entries can never leave a position without its exit.
 *
 * <pre>
 *  remaining   ... 200 |-- short: read again soon --| 100 |-- cancels, exits and stops only --| 0
 * </pre>
 *
 * <p>What the venue refuses costs nothing there, so that counting every act errs on the careful side until the budget is
 * read again. Thread-safe.
 */
public final class AddressBudget {
    private static final long RESERVE = 100;
    private static final long SHORT = 2 * RESERVE;

    private boolean known;
    private long remaining;

    /** Takes what the venue says. */
    public synchronized void read(long used, long limit) {
        known = true;
        remaining = limit - used;
    }

    /** The venue refused an act because the budget is used up. */
    public synchronized void exhausted() {
        known = true;
        remaining = 0;
    }

    /** Whether an act may leave; one that may is counted. Before the first reading everything may. */
    public synchronized boolean take(Priority priority, int elements) {
        if (known && priority != Priority.RISK_REDUCING && remaining - elements < RESERVE) {
            return false;
        }
        remaining -= elements;
        return true;
    }

    /** Whether it is worth reading often. */
    public synchronized boolean isShort() {
        return known && remaining < SHORT;
    }

    /** What is left as far as is known. */
    public synchronized long remaining() {
        return remaining;
    }
}
