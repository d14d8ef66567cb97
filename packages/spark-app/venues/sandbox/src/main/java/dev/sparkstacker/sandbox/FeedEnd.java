package dev.sparkstacker.sandbox;

import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.server.VenueCore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that a recording has come to its end; what follows is a market without data, not a feed that failed. */
final class FeedEnd implements LongConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(FeedEnd.class);

    private final PriceSource source;
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private @Nullable String told;

    FeedEnd(VenueCore core) {
        this.source = core.source();
    }

    /** Adds a listener; it is told at once where the end has been reached. */
    void onEnd(Consumer<String> listener) {
        listeners.add(listener);
        if (told != null) {
            listener.accept(told);
        }
    }

    @Override
    public void accept(long nowMs) {
        if (told == null && source.hasEnded()) {
            String text =
                    "recording ended at " + Instant.ofEpochMilli(source.endMs().orElse(nowMs)) + ": "
                            + source.description() + "; there are no more prices";
            told = text;
            LOG.warn("{}", text);
            listeners.forEach(listener -> listener.accept(text));
        }
    }
}
