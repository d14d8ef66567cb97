package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.hyperliquid.RequestReport.Outcome;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.limits.RequestWeights;
import dev.sparkstacker.hyperliquid.limits.WeightBudget;
import dev.sparkstacker.wire.info.ExchangeStatus;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * POST /info, typed: every request of {@link InfoRequest} with the answer it declares. A request is sent once; whoever
 * asks decides whether to ask again. Thread-safe.
 */
public final class InfoClient {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int EXCERPT = 200;

    private final VenueHttp http;
    private final WeightBudget budget;
    private final VenueTime time;
    private final ConnectorListener listener;

    InfoClient(VenueHttp http, WeightBudget budget, VenueTime time, ConnectorListener listener) {
        this.http = http;
        this.budget = budget;
        this.time = time;
        this.listener = listener;
    }

    /**
     * Asks, waiting for its turn in the budget.
     *
     * @throws ReadException for anything but a readable answer; the message says what and where
     */
    public <R> R ask(InfoRequest<R> request, Priority priority) throws ReadException, InterruptedException {
        String endpoint = "info/" + request.tree().path("type").asString("?");
        int weight = RequestWeights.of(request);
        if (!budget.acquire(priority, weight, PATIENCE_NANOS)) {
            throw new ReadException(endpoint + ": its turn in the request budget did not come within "
                    + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s");
        }
        listener.requestStarted(endpoint, weight, 1);
        HttpReply reply = http.post("/info", Json.text(request.tree()));
        return switch (reply) {
            case HttpReply.Answered answered -> read(request, endpoint, weight, answered);
            case HttpReply.NotSent lost -> throw failed(endpoint, Outcome.NOT_SENT, weight, reply, lost.detail());
            case HttpReply.TimedOut lost -> throw failed(endpoint, Outcome.TIMED_OUT, weight, reply, lost.detail());
            case HttpReply.Lost lost -> throw failed(endpoint, Outcome.CONNECTION_LOST, weight, reply, lost.detail());
        };
    }

    /** Asks for the venue's time and takes it into the estimate. @throws ReadException if it cannot be read */
    public ExchangeStatus probeTime(Priority priority) throws ReadException, InterruptedException {
        return ask(new InfoRequest.Status(), priority);
    }

    private <R> R read(InfoRequest<R> request, String endpoint, int weight, HttpReply.Answered reply)
            throws ReadException {
        String body = excerpt(reply.body());
        if (reply.status() == 429) {
            budget.throttled();
            throw failed(endpoint, Outcome.THROTTLED, weight, reply, "HTTP 429, the request budget is exhausted");
        }
        if (reply.status() != 200) {
            Outcome outcome = reply.status() >= 500 ? Outcome.SERVER_FAILED : Outcome.REFUSED;
            throw failed(endpoint, outcome, weight, reply, "HTTP " + reply.status() + ": " + body);
        }
        try {
            R answer = request.answer().read(Json.parse(reply.body()));
            int rows = RequestWeights.ofRows(request, answer);
            budget.charge(rows);
            if (answer instanceof ExchangeStatus status) {
                observe(status, reply);
            }
            report(endpoint, Outcome.ANSWERED, weight + rows, reply, "");
            return answer;
        } catch (WireException e) {
            throw failed(endpoint, Outcome.UNREADABLE, weight, reply, e.getMessage() + " in " + body);
        }
    }

    private void observe(ExchangeStatus status, HttpReply.Answered reply) {
        time.observeProbe(status.time(), reply.sentNanos(), reply.endedNanos());
        long roundTrip = TimeUnit.NANOSECONDS.toMicros(reply.endedNanos() - reply.sentNanos());
        listener.clockProbed(time.skewMs(), time.rate(), roundTrip);
    }

    private ReadException failed(String endpoint, Outcome outcome, int weight, HttpReply reply, String detail) {
        report(endpoint, outcome, weight, reply, detail);
        return new ReadException(http.baseUrl() + " " + endpoint + ": " + detail);
    }

    private void report(String endpoint, Outcome outcome, int weight, HttpReply reply, String detail) {
        Duration duration = Duration.ofNanos(reply.endedNanos() - reply.sentNanos());
        listener.requestFinished(new RequestReport(endpoint, outcome, duration, weight, 1, detail));
    }

    static String excerpt(String body) {
        return body.length() > EXCERPT ? body.substring(0, EXCERPT) + "… (" + body.length() + " characters)" : body;
    }
}
