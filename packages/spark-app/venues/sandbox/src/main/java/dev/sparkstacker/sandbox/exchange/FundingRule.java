package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Rate;
import java.math.RoundingMode;

/**
 * The hourly funding rate: {@code (P + clamp(0.0001 - P, -0.0005, 0.0005)) / 8}, at most four percent either way. An
 * idle market settles at 0.0000125.
 */
public final class FundingRule {
    private static final long INTEREST = Rate.of("0.0001").e12();
    private static final long CLAMP = Rate.of("0.0005").e12();
    private static final long CAP = Rate.of("0.04").e12();

    private FundingRule() {}

    /** The rate for an hour whose premium averaged as given. */
    public static Rate hourlyRate(Rate averagePremium) {
        long premium = averagePremium.e12();
        long eightHours = premium + Math.clamp(INTEREST - premium, -CLAMP, CLAMP);
        return new Rate(Math.clamp(FixedPoint.divide(eightHours, 8, RoundingMode.HALF_EVEN), -CAP, CAP));
    }
}
