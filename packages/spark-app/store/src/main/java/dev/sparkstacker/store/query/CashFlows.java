package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.Usd;

/**
 * What came in and went out within a time.
 *
 * @param realised gross profit of what was closed
 * @param fees fees paid, less rebates
 * @param funding funding received, negative if paid
 */
public record CashFlows(Usd realised, Usd fees, Usd funding) {
    public static final CashFlows NONE = new CashFlows(Usd.ZERO, Usd.ZERO, Usd.ZERO);

    /** What is left: realised − fees + funding. */
    public Usd net() {
        return realised.minus(fees).plus(funding);
    }

    /** With one more fill. */
    public CashFlows withFill(Usd closed, Usd fee) {
        return new CashFlows(realised.plus(closed), fees.plus(fee), funding);
    }

    /** With one more funding payment. */
    public CashFlows withFunding(Usd amount) {
        return new CashFlows(realised, fees, funding.plus(amount));
    }
}
