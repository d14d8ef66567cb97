package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import java.util.List;
import java.util.OptionalLong;

/**
 * Prices that can be asked for up to any venue time. Deterministic: the same source gives the same prices, whoever asks
 * and when.
 */
public interface PriceSource extends AutoCloseable {
    /** What its data are. */
    SourceKind kind();

    /** A name that tells it from other sources: accounts traded on one mean nothing on another. */
    default String id() {
        return kind().label();
    }

    /** One line for people: what it is, and what of it is modelled. */
    String description();

    /** The markets it prices. */
    List<MarketId> markets();

    /** Closed one-minute bars before {@link #startMs}, oldest first. */
    List<Bar> history(MarketId market);

    /** Venue time of the first price it delivers. */
    long startMs();

    /** Delivers everything not delivered yet, up to and including a venue time. */
    void advanceTo(long timeMs, PriceListener listener);

    /** Whether nothing more will come. */
    boolean hasEnded();

    /** Venue time of the last price it delivers; empty where there is no such thing. */
    default OptionalLong endMs() {
        return OptionalLong.empty();
    }

    /** Length of the recorded bars it is made of; empty where it is not made of bars. */
    default OptionalLong barMs() {
        return OptionalLong.empty();
    }

    /** Writes down where it stands, so that a restart need not begin anew; nothing for sources that need no such thing. */
    default void save() {}

    /** Lets go of what it holds: files, connections. */
    @Override
    default void close() {}
}
