package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.MarketEvent;
import java.util.List;
import java.util.function.Consumer;

/** A venue's public feed, connected but not started. */
public interface MarketStream extends AutoCloseable {
    /** Where it comes from, for people. */
    String source();

    /** Begins; the sink is told of every event, for each market one at a time, maybe from several threads. */
    void start(Consumer<MarketEvent> sink);

    /** The venue's clock in milliseconds. */
    long venueTimeMs();

    /** Ends; nothing is told afterwards. */
    @Override
    void close();

    /** Connects feeds. */
    @FunctionalInterface
    interface Opener {
        /** Connects. @throws CommandFailure if the venue cannot be reached or does not know a market */
        MarketStream open(EffectiveConfig config, List<MarketId> markets);
    }
}
