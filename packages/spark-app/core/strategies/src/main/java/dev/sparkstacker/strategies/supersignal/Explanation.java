package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Decimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every component of the signal for one side, in the order in which they are asked, as conditions with value, threshold and since when
 * they stand so.
 */
final class Explanation {
    private static final long NEVER = -1;

    private final Rules rules;
    private final Components components;
    private final Side side;
    private final Set<Part> met = EnumSet.noneOf(Part.class);
    private final Map<Part, Long> sinceMs = new EnumMap<>(Part.class);

    /** The parts of an entry, in the order in which a refusal names the first that is missing. */
    enum Part {
        EXTREME(Reason.NOT_EXTREME),
        SUPPORT(Reason.NO_DIVERGENCE),
        LOCATION(Reason.NOT_AT_LOCATION),
        ROTATION(Reason.NO_ROTATION),
        STREAK(Reason.TREND_EMBEDDED),
        TREND(Reason.TREND_AGAINST),
        STRENGTH(Reason.SIGNAL_TOO_WEAK);

        private final Reason reason;

        Part(Reason reason) {
            this.reason = reason;
        }
    }

    Explanation(Rules rules, Components components, Side side) {
        this.rules = rules;
        this.components = components;
        this.side = side;
    }

    /** Takes note of the newest bar. */
    void update(long barMs) {
        for (Part part : Part.values()) {
            boolean changed = isMet(part) ? met.add(part) : met.remove(part);
            if (changed || !sinceMs.containsKey(part)) {
                sinceMs.put(part, barMs);
            }
        }
    }

    boolean isComplete() {
        return missing() == 0;
    }

    int missing() {
        return Part.values().length - met.size();
    }

    /** Why there is no entry. Three oscillators of four in the zone, where all four are asked for, are a near miss. */
    Reason refusal() {
        if (rules.preset() == Preset.STRICT && components.oscillators().inZone(side) == 3) {
            return Reason.NEAR_MISS;
        }
        for (Part part : Part.values()) {
            if (!met.contains(part)) {
                return part.reason;
            }
        }
        throw new IllegalStateException("nothing is missing for a " + side);
    }

    private boolean isMet(Part part) {
        return switch (part) {
            case EXTREME -> components.isExtreme(side);
            case SUPPORT -> components.divergence().isFor(side) || rules.preset() == Preset.RELAXED;
            case LOCATION -> components.isSupported(side) || rules.preset() == Preset.LEGACY;
            case ROTATION -> components.isRotating(side);
            case STREAK -> components.isFreeOfStreak(side);
            case TREND -> components.isTrendWith(side);
            case STRENGTH -> components.isStrongEnough(side);
        };
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Part part : Part.values()) {
            conditions.add(new Condition(
                    name(part), value(part), threshold(part), met.contains(part), sinceMs.getOrDefault(part, NEVER)));
        }
        return conditions;
    }

    private String name(Part part) {
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

    private String value(Part part) {
        Oscillators oscillators = components.oscillators();
        return switch (part) {
            case EXTREME -> oscillators.inZone(side) + " of 4 in the zone; outside: " + oscillators.outside(side);
            case SUPPORT -> divergence();
            case LOCATION -> number(components.location().distancePct(side)) + " % away";
            case ROTATION -> "K " + number(oscillators.fastK()) + ", D " + number(oscillators.fastD());
            case STREAK -> components.streak().barsAgainst(side) + " bars embedded";
            case TREND -> "slow K " + number(oscillators.slowK()) + ", trend K " + number(oscillators.trendK());
            case STRENGTH -> number(components.strength(side));
        };
    }

    private String divergence() {
        Divergence divergence = components.divergence();
        return divergence.isFor(side)
                ? "strength " + number(divergence.strength(side)) + ", pivot " + divergence.ageBars(side) + " bars ago"
                : "none";
    }

    private String threshold(Part part) {
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
            case TREND -> components.isTrendAsked() ? "both " + (buy ? "> 50" : "< 50") : "not asked for";
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

    /** What the oscillators say, for people. */
    static List<NamedValue> values(Oscillators oscillators, double atr) {
        return List.of(
                new NamedValue("fastK", oscillators.fastK()),
                new NamedValue("fastD", oscillators.fastD()),
                new NamedValue("mediumK", oscillators.mediumK()),
                new NamedValue("slowK", oscillators.slowK()),
                new NamedValue("trendK", oscillators.trendK()),
                new NamedValue("atr14", atr));
    }

    private static String number(double value) {
        return Decimal.fixed(value, 2);
    }

    void save(StateSink sink) {
        for (Part part : Part.values()) {
            sink.putInt(met.contains(part) ? 1 : 0);
            sink.putLong(sinceMs.getOrDefault(part, NEVER));
        }
    }

    void load(StateSource source) {
        met.clear();
        sinceMs.clear();
        for (Part part : Part.values()) {
            if (source.getInt() == 1) {
                met.add(part);
            }
            long since = source.getLong();
            if (since != NEVER) {
                sinceMs.put(part, since);
            }
        }
    }
}
