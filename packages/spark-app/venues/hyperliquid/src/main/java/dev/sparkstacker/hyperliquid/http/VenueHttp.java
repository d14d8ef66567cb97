package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.clock.MachineClock;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts JSON bodies to one base URL. The read timeout covers the whole exchange, body included. */
final class VenueHttp {
    private static final long MAX_BODY = 32L * 1024 * 1024;

    private final HttpClient client;
    private final String baseUrl;
    private final Duration readTimeout;
    private final MachineClock machine;

    VenueHttp(HttpClient client, String baseUrl, Duration readTimeout, MachineClock machine) {
        this.client = client;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.readTimeout = readTimeout;
        this.machine = machine;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** Posts once; the body goes out as it is. */
    HttpReply post(String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        long sent = machine.nanos();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY));
        try {
            HttpResponse<String> response = answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpReply.Answered(response.statusCode(), response.body(), sent, machine.nanos());
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
