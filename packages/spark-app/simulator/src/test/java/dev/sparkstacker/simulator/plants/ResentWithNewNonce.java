package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A transport that, where an act's connection broke, signs it anew and sends it again: the venue may take both. */
public final class ResentWithNewNonce implements VenueTransport {
    private final VenueTransport transport;

    public ResentWithNewNonce(VenueTransport transport, Machine machine) {
        this.transport = transport;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        CompletableFuture<HttpAnswer> first = transport.post(uri, body);
        return uri.getPath().equals("/exchange")
                ? first.exceptionallyCompose(failed -> failed instanceof ConnectException
                        ? CompletableFuture.failedFuture(failed)
                        : transport.post(uri, Resigning.withNonce(body, Resigning.nonceOf(body) + 1)))
                : first;
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
