package dev.sparkstacker.simulator.world;

import dev.sparkstacker.sandbox.price.PriceSource;

/** Prices of a simulated venue: they can be moved at once. */
public interface SimulatedPrices extends PriceSource {
    /**
     * Moves a market's price at once.
     *
     * @param market its place in the universe
     * @param ppm by how much, in millionths
     */
    void shock(int market, long ppm);
}
