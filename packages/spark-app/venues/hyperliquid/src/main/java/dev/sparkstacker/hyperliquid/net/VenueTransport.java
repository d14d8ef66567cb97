package dev.sparkstacker.hyperliquid.net;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How bytes reach the venue. Returns at once; what comes of it is told by the future. */
public interface VenueTransport extends AutoCloseable {
    /**
     * Posts a JSON body once.
     *
     * <p>Fails with {@link java.net.ConnectException}, {@link java.net.http.HttpConnectTimeoutException} or
     * {@link java.nio.channels.UnresolvedAddressException} where no connection came about, so that the server has seen
     * nothing; with any other {@link java.io.IOException} where it may have acted. Cancelling the future gives up.
     */
    CompletableFuture<HttpAnswer> post(URI uri, String body);

    /** Opens a websocket; the listener hears of it from then on, one call at a time. */
    CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener);

    /** Gives up everything under way. */
    @Override
    void close();
}
