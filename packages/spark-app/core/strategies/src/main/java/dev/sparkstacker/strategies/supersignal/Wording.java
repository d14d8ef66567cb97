package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.strategies.Decimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one bar showed of every part of an entry, kept as numbers until somebody wants it in words.
 *
 * @param parts whether each part held, and since when it stands so
 * @param inZone oscillators in the zone of an entry on this side
 * @param isTrendAsked whether the rules ask for the slow and the trend oscillator
 */
record Wording(
        Rules rules,
        Side side,
        Parts parts,
        Oscillators.Reading oscillators,
        int inZone,
        DivergenceSeen divergence,
        double distancePct,
        int barsAgainst,
        boolean isTrendAsked,
        double strength) {
    /**
     * A divergence, or none.
     *
     * @param present whether there is one for this side
     * @param strength 0 to 1
     * @param ageBars bars since its younger pivot
     */
    record DivergenceSeen(boolean present, double strength, long ageBars) {
        static final DivergenceSeen NONE = new DivergenceSeen(false, 0, 0);

        static DivergenceSeen of(Divergence divergence, Side side) {
            return divergence.isFor(side)
                    ? new DivergenceSeen(true, divergence.strength(side), divergence.ageBars(side))
                    : NONE;
        }
    }

    /** Takes down what the components say of an entry on one side. */
    static Wording of(Rules rules, Components components, Side side, Parts parts) {
        return new Wording(
                rules,
                side,
                parts,
                components.oscillators().reading(),
                components.oscillators().inZone(side),
                DivergenceSeen.of(components.divergence(), side),
                components.location().distancePct(side),
                components.streak().barsAgainst(side),
                components.isTrendAsked(),
                components.strength(side));
    }

    /** Every part, in the order in which they are asked. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Explanation.Part part : Explanation.Part.values()) {
            conditions.add(
                    new Condition(name(part), value(part), threshold(part), parts.isMet(part), parts.sinceMs(part)));
        }
        return conditions;
    }

    private String name(Explanation.Part part) {
        String direction = side == Side.BUY ? "long" : "short";
        return direction
                + switch (part) {
                    case EXTREME -> "Extreme";
                    case SUPPORT -> "Divergence";
                    case LOCATION -> "Location";
                    case ROTATION -> "Rotation";
                    case STREAK -> "Embedded";
                    case TREND -> "SlowAndTrend";
                    case STRENGTH -> "Strength";
                };
    }

    private String value(Explanation.Part part) {
        return switch (part) {
            case EXTREME -> inZone + " of 4 in the zone; outside: " + oscillators.outside(side);
            case SUPPORT ->
                divergence.present()
                        ? "strength " + number(divergence.strength()) + ", pivot " + divergence.ageBars() + " bars ago"
                        : "none";
            case LOCATION -> number(distancePct) + " % away";
            case ROTATION -> "K " + number(oscillators.fastK()) + ", D " + number(oscillators.fastD());
            case STREAK -> barsAgainst + " bars embedded";
            case TREND -> "slow K " + number(oscillators.slowK()) + ", trend K " + number(oscillators.trendK());
            case STRENGTH -> number(strength);
        };
    }

    private String threshold(Explanation.Part part) {
        boolean buy = side == Side.BUY;
        return switch (part) {
            case EXTREME ->
                switch (rules.preset()) {
                    case STRICT -> "all four K " + (buy ? "< 20" : "> 80");
                    case RELAXED -> "fast and medium K " + (buy ? "< 20" : "> 80");
                    case LEGACY -> "not asked for";
                };
            case SUPPORT ->
                rules.preset() == Preset.RELAXED
                        ? "or location"
                        : (buy ? "bullish" : "bearish") + ", pivot at most " + rules.maxPivotAgeBars() + " bars old";
            case LOCATION -> location(buy);
            case ROTATION ->
                "K crosses " + (buy ? "above" : "below") + " D"
                        + (rules.preset() == Preset.LEGACY ? "" : " and leaves the extreme");
            case STREAK -> "0 bars, or location below 3";
            case TREND -> isTrendAsked ? "both " + (buy ? "> 50" : "< 50") : "not asked for";
            case STRENGTH -> ">= " + number(rules.minStrength());
        };
    }

    private String location(boolean buy) {
        String near = "< " + number(rules.locationPct()) + " % from " + (buy ? "support" : "resistance");
        return switch (rules.preset()) {
            case STRICT -> near;
            case RELAXED -> near + ", or divergence";
            case LEGACY -> "not asked for";
        };
    }

    private static String number(double value) {
        return Decimal.fixed(value, 2);
    }
}
