package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import org.jspecify.annotations.Nullable;

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

    /**
     * A closed one-minute bar that is known as a whole only now, because the source was deaf in it. It takes the place of what
     * prints made of that minute. A listener that keeps no bars and moves no market need not care.
     *
     * @param timeMs venue time of now
     * @param path how the market moved in it, if it was wholly missed; null if a part of it was heard, and played, already
     */
    default void onLateBar(MarketId market, long timeMs, Bar bar, @Nullable BarPath path) {}
}
