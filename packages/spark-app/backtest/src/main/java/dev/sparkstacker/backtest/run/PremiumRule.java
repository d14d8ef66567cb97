package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.Rate;

/**
 * The premium under which the venue settles a wanted rate: the venue's rule, turned round.
 *
 * <pre>
 *  venue:  8 × rate = premium + clamp(interest − premium, ±clamp)
 *  here:   8 × rate above interest ─► premium = 8 × rate + clamp
 *          8 × rate below interest ─► premium = 8 × rate − clamp
 * </pre>
 */
final class PremiumRule {
    private static final long INTEREST = Rate.of("0.0001").e12();
    private static final long CLAMP = Rate.of("0.0005").e12();
    private static final long HOURS = 8;

    private PremiumRule() {}

    static Rate premiumFor(Rate hourly) {
        long eightHours = Math.multiplyExact(hourly.e12(), HOURS);
        int side = Long.compare(eightHours, INTEREST);
        return new Rate(eightHours + side * CLAMP);
    }
}
