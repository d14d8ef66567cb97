package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import java.util.List;

/** A live feed that pushes prices from its own threads, such as a venue's public websocket. */
public interface FeedSource extends AutoCloseable {
    /** Begins to push; the listener may be called from any thread. */
    void start(PriceListener listener);

    /** Closed one-minute bars of the past, oldest first; read once before {@link #start}. */
    List<Bar> history(MarketId market);

    @Override
    void close();
}
