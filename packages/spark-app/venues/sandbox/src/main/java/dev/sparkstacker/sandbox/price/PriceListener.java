package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;

/** Takes what a price source says. Times are venue milliseconds and never go back within a market. */
public interface PriceListener {
    /** The book as it now stands; it replaces the one before. */
    void onBook(MarketId market, long timeMs, BookSnapshot book);

    /** A print. */
    void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size);

    /**
     * Mark and oracle price.
     *
     * @param premium of the impact prices over the oracle, as a fraction; sampled for funding
     */
    void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium);
}
