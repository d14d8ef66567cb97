package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A network that passes everything on; troubles override what they spoil. */
abstract class PassedOn implements VenueTransport {
    private final VenueTransport transport;

    PassedOn(VenueTransport transport) {
        this.transport = transport;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        return transport.post(uri, body);
    }

    @Override
    public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
        return transport.open(uri, connectTimeout, listener);
    }

    @Override
    public void close() {
        transport.close();
    }
}
