package dev.sparkstacker.domain.output;

/** What the engine may do. */
public enum TradingState {
    /** Entries and exits. */
    ACTIVE,
    /** Only what makes risk smaller, until everything is reconciled. */
    REDUCE_ONLY,
    /** No entries until a person resumes; open positions keep their protection. */
    HALTED,
    /** Closing everything, then halted. */
    FLATTENING
}
