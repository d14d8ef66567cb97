package dev.sparkstacker.sandbox.price;

import java.util.random.RandomGenerator;

/**
 * A seeded price process in steps of one second: regimes that last minutes to hours, volatility that clusters, and rare
 * jumps. Statistics, not money: the doubles end where prices are rounded to ticks.
 *
 * <pre>
 *  log price += drift(regime) + σ · clustering · N(0,1) + jump
 *  clustering: mean-reverting log-normal factor; a large move feeds it
 * </pre>
 */
final class PricePath {
    /** Standard deviation of a minute's return in ordinary weather. */
    static final double MINUTE_VOLATILITY = 0.0008;

    private static final double STEP_VOLATILITY = MINUTE_VOLATILITY / StrictMath.sqrt(60);
    private static final double CLUSTER_DECAY = 0.998;
    private static final double JUMP_PROBABILITY = 1.0 / 21_600;
    private static final double JUMP_SIZE = 0.006;
    private static final double ANCHOR_PULL = 2.0e-6;

    private final SplitMix random;
    private final double anchorLog;
    private double logPrice;
    private double cluster;
    private Regime regime = Regime.RANGE;
    private int regimeStepsLeft;

    PricePath(long seed, double startPrice) {
        random = new SplitMix(seed);
        anchorLog = StrictMath.log(startPrice);
        logPrice = anchorLog;
    }

    /** Everything that the next step depends on. */
    record State(long random, double logPrice, double cluster, Regime regime, int regimeStepsLeft) {}

    /** A path that goes on where another one stood. */
    PricePath(State state, double startPrice) {
        random = new SplitMix(state.random);
        anchorLog = StrictMath.log(startPrice);
        logPrice = state.logPrice;
        cluster = state.cluster;
        regime = state.regime;
        regimeStepsLeft = state.regimeStepsLeft;
    }

    State state() {
        return new State(random.state(), logPrice, cluster, regime, regimeStepsLeft);
    }

    /** Goes on by one second and returns the new price. */
    double step() {
        if (regimeStepsLeft-- <= 0) {
            regime = Regime.pick(random.nextDouble());
            regimeStepsLeft = 300 + random.nextInt(5_400);
        }
        double shock = random.nextGaussian();
        cluster = CLUSTER_DECAY * cluster + 0.02 * (Math.abs(shock) - 0.7979);
        double volatility = STEP_VOLATILITY * regime.volatility() * StrictMath.exp(cluster);
        double drift = regime.drift() * MINUTE_VOLATILITY / 60;
        logPrice += drift + volatility * shock + ANCHOR_PULL * (anchorLog - logPrice);
        if (random.nextDouble() < JUMP_PROBABILITY) {
            logPrice += JUMP_SIZE * random.nextGaussian();
            cluster += 0.8;
        }
        return StrictMath.exp(logPrice);
    }

    RandomGenerator random() {
        return random;
    }

    /** Factor on ordinary volatility just now; wide spreads and large prints follow it. */
    double heat() {
        return regime.volatility() * StrictMath.exp(cluster);
    }
}
