package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * HTTP requests as bytes in, answers or faults out, whatever carries them.
 *
 * <pre>
 *  path, body --> parsed --> fault? --before--> RestDesk --after--> HttpReply
 * </pre>
 */
final class HttpDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDesk.class);
    private static final String PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private static final String JSON = "application/json";

    private final RestDesk rest;
    private final ClientQuotas quotas;
    private final FaultPlan faults;
    private final EdgeTimer timer;
    private final BooleanSupplier serving;
    private final Swap infoSwap = new Swap();
    private final Swap exchangeSwap = new Swap();

    HttpDesk(RestDesk rest, ClientQuotas quotas, FaultPlan faults, EdgeTimer timer, BooleanSupplier serving) {
        this.serving = serving;
        this.rest = rest;
        this.quotas = quotas;
        this.faults = faults;
        this.timer = timer;
    }

    /** A request that waits for the next one to overtake it. */
    private static final class Swap {
        private @Nullable Runnable waiting;

        synchronized @Nullable Runnable put(@Nullable Runnable next) {
            Runnable before = waiting;
            waiting = next;
            return before;
        }

        synchronized boolean takeBack(Runnable own) {
            boolean mine = own.equals(waiting);
            waiting = mine ? null : waiting;
            return mine;
        }
    }

    /** Answers a request; the future never fails. */
    CompletableFuture<HttpReply> post(String path, byte[] body, String clientIp) {
        Supplier<CompletableFuture<HttpReply.Answer>> execution;
        Edge<Fault.OnHttp> edge;
        String subject;
        ClientQuota quota = quotas.of(clientIp);
        JsonNode parsed;
        try {
            parsed = Json.parse(body);
        } catch (WireException malformed) {
            return CompletableFuture.completedFuture(refused(malformed));
        }
        switch (path) {
            case "/info" -> {
                edge = Edge.INFO;
                subject = parsed.path("type").asString("");
                execution = () -> answer(() -> rest.info(quota, parsed));
            }
            case "/exchange" -> {
                edge = Edge.EXCHANGE;
                subject = parsed.path("action").path("type").asString("");
                execution = () -> answer(() -> rest.exchange(quota, parsed).thenApply(ExchangeResponse::tree));
            }
            default -> {
                return CompletableFuture.completedFuture(answer(404, "text/plain; charset=utf-8", "Not found"));
            }
        }
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        struck(faults.strike(edge, subject, rest.venueMs()), execution, edge, reply);
        return reply;
    }

    private void struck(
            Fault.@Nullable OnHttp fault,
            Supplier<CompletableFuture<HttpReply.Answer>> execution,
            Edge<Fault.OnHttp> edge,
            CompletableFuture<HttpReply> reply) {
        switch (fault) {
            case null -> {
                answerTo(reply, execution);
                letOvertaken(edge);
            }
            case Fault.Delay(long ms) -> timer.after(ms, () -> answerTo(reply, execution));
            case Fault.Drop _ -> reply.complete(new HttpReply.Cut(false));
            case Fault.Disconnect _ -> reply.complete(new HttpReply.Cut(true));
            case Fault.Duplicate _ -> {
                var _ = execution.get();
                answerTo(reply, execution);
            }
            case Fault.Reorder(long atMostMs) -> {
                Runnable late = () -> answerTo(reply, execution);
                Runnable before = swap(edge).put(late);
                if (before != null) {
                    before.run();
                }
                timer.after(atMostMs, () -> {
                    if (swap(edge).takeBack(late)) {
                        late.run();
                    }
                });
            }
            case Fault.RateLimited _ -> reply.complete(answer(429, JSON, "null"));
            case Fault.ServerError(Fault.Moment moment) -> instead(reply, moment, execution, answer(500, JSON, "null"));
            case Fault.HtmlPage(Fault.Moment moment) ->
                instead(reply, moment, execution, answer(502, "text/html", PAGE));
            case Fault.HalfOpen(Fault.Moment moment) -> instead(reply, moment, execution, new HttpReply.Silence());
            case Fault.LostReply _ -> instead(reply, Fault.Moment.AFTER, execution, new HttpReply.Cut(false));
            case Fault.LateReply(long ms) -> then(execution, answer -> timer.after(ms, () -> reply.complete(answer)));
            case Fault.TruncatedBody _ -> then(execution, answer -> reply.complete(half(answer)));
            case Fault.ResetMidBody _ ->
                then(execution, answer -> reply.complete(new HttpReply.Broken(answer, answer.bytes().length / 2)));
            case Fault.SlowBytes(int pace) ->
                then(
                        execution,
                        answer -> reply.complete(
                                new HttpReply.Answer(answer.status(), answer.contentType(), answer.body(), pace)));
        }
    }

    private static void then(Supplier<CompletableFuture<HttpReply.Answer>> execution, Consumer<HttpReply.Answer> take) {
        var _ = execution.get().thenAccept(take);
    }

    private static void answerTo(
            CompletableFuture<HttpReply> reply, Supplier<CompletableFuture<HttpReply.Answer>> execution) {
        then(execution, reply::complete);
    }

    private static void instead(
            CompletableFuture<HttpReply> reply,
            Fault.Moment moment,
            Supplier<CompletableFuture<HttpReply.Answer>> execution,
            HttpReply wrong) {
        switch (moment) {
            case BEFORE -> reply.complete(wrong);
            case AFTER -> then(execution, _ -> reply.complete(wrong));
        }
    }

    private Swap swap(Edge<Fault.OnHttp> edge) {
        return edge.equals(Edge.INFO) ? infoSwap : exchangeSwap;
    }

    private void letOvertaken(Edge<Fault.OnHttp> edge) {
        Runnable overtaken = swap(edge).put(null);
        if (overtaken != null) {
            overtaken.run();
        }
    }

    private static HttpReply.Answer half(HttpReply.Answer whole) {
        return new HttpReply.Answer(
                whole.status(),
                whole.contentType(),
                whole.body().substring(0, whole.body().length() / 2),
                0);
    }

    /** What could not be written down is neither begun nor, where it was begun, acknowledged. */
    private CompletableFuture<HttpReply.Answer> answer(Supplier<CompletableFuture<JsonNode>> desk) {
        if (!serving.getAsBoolean()) {
            return CompletableFuture.completedFuture(unavailable());
        }
        return desk.get()
                .thenApply(tree -> answer(200, JSON, Json.text(tree)))
                .exceptionally(HttpDesk::refused)
                .thenApply(answer -> serving.getAsBoolean() ? answer : unavailable());
    }

    private static HttpReply.Answer unavailable() {
        return answer(503, JSON, "null");
    }

    private static HttpReply.Answer refused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof RestDesk.OverLimitException) {
            return answer(429, JSON, "null");
        }
        if (cause instanceof WireException malformed) {
            LOG.debug("Refused a malformed request", malformed);
            return answer(422, "text/plain; charset=utf-8", RestDesk.UNREADABLE);
        }
        LOG.warn("A request failed inside the simulated venue", cause);
        return answer(500, JSON, "null");
    }

    private static HttpReply.Answer answer(int status, String contentType, String body) {
        return new HttpReply.Answer(status, contentType, body, 0);
    }
}
