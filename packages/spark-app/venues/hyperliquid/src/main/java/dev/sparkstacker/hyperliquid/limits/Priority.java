package dev.sparkstacker.hyperliquid.limits;

/** Who goes first when the request budget runs short, and how much of it each may use. */
public enum Priority {
    /** Cancels and reduce-only orders: may use the whole budget. */
    RISK_REDUCING(100),
    /** Every other act. */
    ACT(80),
    /** Reads that trading waits for. */
    ASK(70),
    /** Reads that can wait: clock probes, history, counters. */
    BACKGROUND(50);

    private final int sharePct;

    Priority(int sharePct) {
        this.sharePct = sharePct;
    }

    /** How much of the budget may be used before requests of this priority wait, in percent. */
    int sharePct() {
        return sharePct;
    }
}
