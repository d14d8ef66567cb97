package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.LazyList;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.List;

/**
 * Every component of the signal for one side, in the order in which they are asked, as conditions with value, threshold and since when
 * they stand so.
 */
final class Explanation {
    private static final Part[] ALL = Part.values();

    private final Rules rules;
    private final Components components;
    private final Side side;
    private final Parts parts = new Parts();

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
        for (Part part : ALL) {
            parts.set(part, isMet(part), barMs);
        }
    }

    boolean isComplete() {
        return missing() == 0;
    }

    int missing() {
        return parts.missing();
    }

    /** Why there is no entry. Three oscillators of four in the zone, where all four are asked for, are a near miss. */
    Reason refusal() {
        if (rules.preset() == Preset.STRICT && components.oscillators().inZone(side) == 3) {
            return Reason.NEAR_MISS;
        }
        for (Part part : ALL) {
            if (!parts.isMet(part)) {
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

    /** Every part as it stands now. */
    List<Condition> conditions() {
        return new LazyList<>(Wording.of(rules, components, side, parts.copy())::conditions);
    }

    void save(StateSink sink) {
        parts.save(sink);
    }

    void load(StateSource source) {
        parts.load(source);
    }
}
