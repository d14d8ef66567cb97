package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;

/**
 * How the breakers behave. What may be lost stands with the limits; here is what follows, and the limits that are not
 * about money.
 *
 * @param dailyLoss how the breakers of the daily loss behave
 * @param drawdown how the breakers of the drawdown behave
 * @param lossStreak how the breakers of losses in a row behave
 * @param orderErrors when orders fail too often
 * @param rateLimit when the venue refuses too many requests
 * @param staleData when a market tells nothing for too long
 * @param reconciliation when the books differ from the venue
 * @param equity which readings of the equity are believed
 */
public record BreakerPolicy(
        BreakerRule dailyLoss,
        BreakerRule drawdown,
        BreakerRule lossStreak,
        OrderErrors orderErrors,
        RateLimit rateLimit,
        StaleData staleData,
        Reconciliation reconciliation,
        Equity equity) {
    /** Everything as it is where nothing is configured. */
    public static final BreakerPolicy DEFAULT = defaults();

    /**
     * Orders that fail.
     *
     * @param maxShare share of failed orders at which it trips
     * @param minOrders fewest orders to judge by
     * @param windowMs venue milliseconds that are looked back on
     */
    public record OrderErrors(BreakerRule rule, Pct maxShare, int minOrders, long windowMs) {}

    /**
     * Requests the venue refuses for being too many.
     *
     * @param maxHits refusals at which it trips
     * @param windowMs venue milliseconds that are looked back on
     */
    public record RateLimit(BreakerRule rule, int maxHits, long windowMs) {}

    /**
     * A market that tells nothing.
     *
     * @param maxAgeMs venue milliseconds without news at which it trips
     */
    public record StaleData(BreakerRule rule, long maxAgeMs) {}

    /**
     * Books that differ from the venue.
     *
     * @param maxDifferences differences at which it trips
     */
    public record Reconciliation(BreakerRule rule, int maxDifferences) {}

    /**
     * Readings of the equity. One that moved by more than both bounds beyond what the account's own trading and
     * transfers explain is not believed.
     *
     * @param maxUnexplained largest unexplained move, of the equity
     * @param alwaysBelieved an unexplained move up to this amount is noise
     * @param maxAgeMs venue milliseconds after which the last reading counts as unknown
     */
    public record Equity(Pct maxUnexplained, Usd alwaysBelieved, long maxAgeMs) {}

    private static BreakerPolicy defaults() {
        Pct warnAt = Pct.of("80");
        BreakerRule byPerson = new BreakerRule(BreakerAction.HALT, warnAt, 0);
        return new BreakerPolicy(
                byPerson,
                byPerson,
                byPerson,
                new OrderErrors(byPerson, Pct.of("50"), 10, 600_000),
                new RateLimit(new BreakerRule(BreakerAction.HALT, warnAt, 300_000), 5, 60_000),
                new StaleData(new BreakerRule(BreakerAction.HALT, warnAt, 60_000), 60_000),
                new Reconciliation(byPerson, 1),
                new Equity(Pct.of("5"), Usd.of("5"), 120_000));
    }
}
