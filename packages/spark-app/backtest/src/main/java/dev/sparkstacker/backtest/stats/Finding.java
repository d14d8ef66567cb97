package dev.sparkstacker.backtest.stats;

/**
 * Something about a run that a reader should know before trusting it.
 *
 * @param rule which rule found it
 * @param text in words, with the value and the bound
 */
public record Finding(Rule rule, String text) {

    /** What is looked for. */
    public enum Rule {
        TOO_FEW_TRADES,
        ONE_TRADE_MAKES_THE_PROFIT,
        TOO_MANY_PARAMETERS,
        COST_EATS_PROFIT,
        FUNDING_PAID,
        FILLS_IN_OUTLIERS,
        FRAGILE_NEIGHBOURS,
        WORSE_THAN_HOLDING,
        LUCK_NOT_EXCLUDED,
        CHOSEN_ON_THESE_DATA,
        SHORT_PERIOD
    }
}
