package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Nonces by the machine's clock instead of the venue's. */
public final class WallClockNonces implements VenueTransport {
    private final VenueTransport transport;
    private final Machine machine;
    private long last;

    public WallClockNonces(VenueTransport transport, Machine machine) {
        this.transport = transport;
        this.machine = machine;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        if (!uri.getPath().equals("/exchange")) {
            return transport.post(uri, body);
        }
        last = Math.max(machine.epochMs(), last + 1);
        return transport.post(uri, Resigning.withNonce(body, last));
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
