package dev.sparkstacker.domain.output;

/** What a circuit breaker watches. */
public enum BreakerKind {
    /** The loss of one UTC day: realised, unrealised, fees and funding. */
    DAILY_LOSS,
    /** The fall from the highest worth. */
    DRAWDOWN,
    /** Round trips in a row that lost. */
    LOSS_STREAK,
    /** The share of orders that the venue refused or left unanswered. */
    ORDER_ERRORS,
    /** How often the venue said: too many requests. */
    RATE_LIMIT,
    /** How long a market told nothing. */
    STALE_DATA,
    /** How much the books differ from the venue. */
    RECONCILIATION,
    /** An account's equity moved by more than its own trading explains, or was not told. */
    EQUITY
}
