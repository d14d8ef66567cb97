package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Usd;

/**
 * What holding a leg came to so far, apart from its price.
 *
 * @param fees fees paid, less rebates, in USD
 * @param funding funding received in USD, negative if paid
 */
record LegCosts(Usd fees, Usd funding) {
    static final LegCosts NONE = new LegCosts(Usd.ZERO, Usd.ZERO);

    LegCosts plus(LegCosts other) {
        return new LegCosts(fees.plus(other.fees), funding.plus(other.funding));
    }
}
