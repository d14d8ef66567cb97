package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** The components of the signal, fed together, and what each says for an entry on one side. */
final class Components {
    private final Rules rules;
    private final Oscillators oscillators = new Oscillators();
    private final Rotation rotation = new Rotation();
    private final EmbeddedStreak streak = new EmbeddedStreak();
    private final Location location;
    private final Divergence divergence;

    Components(Rules rules) {
        this.rules = rules;
        location = new Location(rules.locationPct());
        divergence = new Divergence(rules);
    }

    void update(Bar bar) {
        double high = bar.high().toDouble();
        double low = bar.low().toDouble();
        double close = bar.close().toDouble();
        oscillators.update(high, low, close);
        location.update(high, low, close);
        divergence.update(high, low, close, oscillators.hasFast() ? oscillators.fastD() : Double.NaN);
        if (oscillators.hasFast()) {
            rotation.update(oscillators.fastK(), oscillators.fastD());
        }
        if (oscillators.isReady()) {
            streak.update(oscillators.trendK());
        }
    }

    boolean isReady() {
        return oscillators.isReady() && location.isReady();
    }

    Oscillators oscillators() {
        return oscillators;
    }

    Rotation rotation() {
        return rotation;
    }

    EmbeddedStreak streak() {
        return streak;
    }

    Location location() {
        return location;
    }

    Divergence divergence() {
        return divergence;
    }

    boolean isRotating(Side side) {
        return rules.preset() == Preset.LEGACY ? rotation.crossed(side) : rotation.turned(side);
    }

    boolean isExtreme(Side side) {
        return switch (rules.preset()) {
            case STRICT -> oscillators.isQuadExtreme(side);
            case RELAXED -> oscillators.areFastAndMediumInZone(side);
            case LEGACY -> true;
        };
    }

    /** Divergence and location, as far as the preset asks for them. */
    boolean isSupported(Side side) {
        return switch (rules.preset()) {
            case STRICT -> divergence.isFor(side) && location.isNear(side);
            case RELAXED -> divergence.isFor(side) || location.isNear(side);
            case LEGACY -> divergence.isFor(side);
        };
    }

    /** Whether a market that stays in its extreme leaves an entry against it alone. */
    boolean isFreeOfStreak(Side side) {
        return !streak.blocks(side) && (!streak.requiresLocation(side) || location.isNear(side));
    }

    /** Whether slow and trend oscillator are asked at all. */
    boolean isTrendAsked() {
        return rules.slowTrendFilter() && rules.preset() == Preset.RELAXED;
    }

    boolean isTrendWith(Side side) {
        return !isTrendAsked() || oscillators.areSlowAndTrendWith(side);
    }

    /** 0.5, and 0.2 for the quad extreme, 0.2 for location, 0.1 for divergence. */
    double strength(Side side) {
        return (5
                        + (oscillators.isQuadExtreme(side) ? 2 : 0)
                        + (location.isNear(side) ? 2 : 0)
                        + (divergence.isFor(side) ? 1 : 0))
                / 10.0;
    }

    boolean isStrongEnough(Side side) {
        return strength(side) >= rules.minStrength();
    }

    void save(StateSink sink) {
        oscillators.save(sink);
        rotation.save(sink);
        streak.save(sink);
        location.save(sink);
        divergence.save(sink);
    }

    void load(StateSource source) {
        oscillators.load(source);
        rotation.load(source);
        streak.load(source);
        location.load(source);
        divergence.load(source);
    }
}
