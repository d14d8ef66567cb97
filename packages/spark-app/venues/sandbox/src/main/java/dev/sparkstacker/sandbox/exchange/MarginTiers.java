package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Maintenance margin by position notional: half of the initial margin at the tier's largest leverage.
 *
 * <pre>
 *  rate(n)      = 1 / (2 * maxLeverage(n))
 *  deduction(0) = 0
 *  deduction(n) = deduction(n-1) + lowerBound(n) * (rate(n) - rate(n-1))
 *  maintenance  = notional * rate(n) - deduction(n)        with n the tier that holds the notional
 * </pre>
 */
public final class MarginTiers {
    /**
     * One tier.
     *
     * @param lowerBound least notional; a notional exactly on the bound belongs to this tier
     * @param maxLeverage largest leverage in this tier
     */
    public record Tier(Usd lowerBound, int maxLeverage) {}

    private record Step(BigDecimal lowerBound, BigDecimal rate, BigDecimal deduction) {}

    private final List<Tier> tiers;
    private final List<Step> steps;

    /** Builds the table. @throws IllegalArgumentException unless the first tier starts at zero and bounds ascend */
    public MarginTiers(List<Tier> tiers) {
        if (tiers.isEmpty() || !tiers.getFirst().lowerBound().isZero()) {
            throw new IllegalArgumentException("Margin tiers must start at a notional of zero: " + tiers);
        }
        this.tiers = List.copyOf(tiers);
        this.steps = steps(tiers);
    }

    /** A table with one tier. */
    public static MarginTiers single(int maxLeverage) {
        return new MarginTiers(List.of(new Tier(Usd.ZERO, maxLeverage)));
    }

    /** The tiers, ascending. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** The largest leverage of the lowest tier. */
    public int maxLeverage() {
        return tiers.getFirst().maxLeverage();
    }

    /** The largest leverage of a position worth this much. */
    public int maxLeverage(Usd notional) {
        int max = maxLeverage();
        for (Tier tier : tiers) {
            if (tier.lowerBound().compareTo(notional) <= 0) {
                max = tier.maxLeverage();
            }
        }
        return max;
    }

    /** Maintenance margin of a position worth this much. */
    public Usd maintenance(Usd notional) {
        if (steps.size() == 1) {
            long doubled = 2L * tiers.getFirst().maxLeverage();
            return new Usd(Math.ceilDiv(notional.e8(), doubled));
        }
        BigDecimal value = BigDecimal.valueOf(notional.e8(), 8);
        Step step = stepAt(value);
        BigDecimal margin = value.multiply(step.rate).subtract(step.deduction);
        return new Usd(margin.setScale(8, RoundingMode.CEILING).unscaledValue().longValueExact());
    }

    /**
     * The mark price at which equity equals maintenance margin, other marks frozen.
     *
     * @param size signed size
     * @param equityAtZero what the equity less the other maintenance would be at price zero: for an isolated position
     *     its raw USD, for a cross position account value - size * mark - maintenance of the others
     * @return the price to 12 significant figures, or zero where none is reachable
     */
    public BigDecimal liquidationPrice(BigDecimal size, BigDecimal equityAtZero) {
        for (int n = 0; n < steps.size(); n++) {
            Step step = steps.get(n);
            BigDecimal divisor = size.subtract(size.abs().multiply(step.rate));
            if (divisor.signum() == 0) {
                continue;
            }
            BigDecimal price = step.deduction.add(equityAtZero).negate().divide(divisor, MathContext.DECIMAL128);
            if (price.signum() > 0 && stepAt(price.multiply(size.abs())).equals(step)) {
                return price.round(new MathContext(12, RoundingMode.HALF_UP));
            }
        }
        return BigDecimal.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarginTiers same && same.tiers.equals(tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    @Override
    public String toString() {
        return "MarginTiers" + tiers;
    }

    private Step stepAt(BigDecimal notional) {
        Step found = steps.getFirst();
        for (Step step : steps) {
            if (step.lowerBound.compareTo(notional) <= 0) {
                found = step;
            }
        }
        return found;
    }

    private static List<Step> steps(List<Tier> tiers) {
        List<Step> steps = new ArrayList<>();
        for (Tier tier : tiers) {
            BigDecimal bound = BigDecimal.valueOf(tier.lowerBound.e8(), 8);
            BigDecimal rate = BigDecimal.ONE.divide(BigDecimal.valueOf(2L * tier.maxLeverage), MathContext.DECIMAL128);
            if (steps.isEmpty()) {
                steps.add(new Step(bound, rate, BigDecimal.ZERO));
            } else {
                Step before = steps.getLast();
                if (bound.compareTo(before.lowerBound) <= 0) {
                    throw new IllegalArgumentException("Margin tiers must ascend: " + tiers);
                }
                BigDecimal deduction =
                        before.deduction.add(bound.multiply(rate.subtract(before.rate), MathContext.DECIMAL128));
                steps.add(new Step(bound, rate, deduction));
            }
        }
        return List.copyOf(steps);
    }
}
