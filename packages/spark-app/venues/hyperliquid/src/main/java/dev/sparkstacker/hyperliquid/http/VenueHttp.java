package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Posts JSON bodies to one base URL. The read timeout covers the whole exchange, body included. */
final class VenueHttp {
    private final VenueTransport transport;
    private final String baseUrl;
    private final Duration readTimeout;
    private final Machine machine;

    VenueHttp(VenueTransport transport, String baseUrl, Duration readTimeout, Machine machine) {
        this.transport = transport;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.readTimeout = readTimeout;
        this.machine = machine;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** Posts once; the body goes out as it is. */
    HttpReply post(String path, String body) throws InterruptedException {
        long sent = machine.nanos();
        CompletableFuture<HttpAnswer> answer = transport.post(URI.create(baseUrl + path), body);
        try {
            HttpAnswer got = machine.await(answer, readTimeout.toNanos());
            return new HttpReply.Answered(got.status(), got.body(), sent, machine.nanos());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new HttpReply.TimedOut("no answer within " + readTimeout.toMillis() + " ms", sent, machine.nanos());
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause(), sent);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private HttpReply failed(Throwable cause, long sent) {
        boolean neverConnected = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException;
        String message = cause.getMessage();
        String detail = cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return neverConnected
                ? new HttpReply.NotSent("cannot connect to " + baseUrl + " (" + detail + ")", sent, machine.nanos())
                : new HttpReply.Lost(detail, sent, machine.nanos());
    }
}
