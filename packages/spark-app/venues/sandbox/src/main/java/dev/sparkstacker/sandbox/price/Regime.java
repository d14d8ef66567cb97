package dev.sparkstacker.sandbox.price;

/** A spell of market weather: how strongly the price drifts and how much it moves. */
enum Regime {
    CALM(0, 0.55, 0.45),
    RANGE(0, 1.0, 0.30),
    UPTREND(0.18, 1.0, 0.10),
    DOWNTREND(-0.18, 1.0, 0.10),
    WILD(0, 2.3, 0.05);

    private final double drift;
    private final double volatility;
    private final double weight;

    Regime(double drift, double volatility, double weight) {
        this.drift = drift;
        this.volatility = volatility;
        this.weight = weight;
    }

    /** Expected move per minute in units of that minute's standard deviation. */
    double drift() {
        return drift;
    }

    /** Factor on the base volatility. */
    double volatility() {
        return volatility;
    }

    /** Picks a regime by weight from a number in [0, 1). */
    static Regime pick(double uniform) {
        double rest = uniform;
        for (Regime regime : values()) {
            rest -= regime.weight;
            if (rest < 0) {
                return regime;
            }
        }
        return CALM;
    }
}
