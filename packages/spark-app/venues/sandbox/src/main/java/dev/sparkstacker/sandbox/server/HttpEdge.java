package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** REST requests: body in, answer or fault out. Runs on a virtual thread for each request. */
final class HttpEdge {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEdge.class);
    private static final String NULL = "null";
    private static final String PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private static final String JSON = "application/json";

    private final RestDesk rest;
    private final ClientQuotas quotas;
    private final FaultPlan faults;

    HttpEdge(RestDesk rest, ClientQuotas quotas, FaultPlan faults) {
        this.rest = rest;
        this.quotas = quotas;
        this.faults = faults;
    }

    private record Reply(int status, String contentType, String body) {}

    void info(Context context) throws InterruptedException, IOException {
        serve(context, Edge.INFO, rest::info);
    }

    void exchange(Context context) throws InterruptedException, IOException {
        serve(
                context,
                Edge.EXCHANGE,
                (quota, body) -> rest.exchange(quota, body).thenApply(ExchangeResponse::tree));
    }

    private void serve(Context context, Edge edge, BiFunction<ClientQuota, JsonNode, CompletableFuture<JsonNode>> desk)
            throws InterruptedException, IOException {
        Fault fault = faults.strike(edge);
        switch (fault) {
            case null -> write(context, answer(context, desk));
            case Fault.Delay(long machineMs) -> {
                TimeUnit.MILLISECONDS.sleep(machineMs);
                write(context, answer(context, desk));
            }
            case Fault.Drop _, Fault.Disconnect _ -> cut(context);
            case Fault.RateLimited _ -> write(context, new Reply(429, JSON, NULL));
            case Fault.ServerError _ -> write(context, new Reply(500, JSON, NULL));
            case Fault.LostReply _ -> {
                answer(context, desk);
                cut(context);
            }
            case Fault.HtmlPage _ -> {
                answer(context, desk);
                write(context, new Reply(502, "text/html", PAGE));
            }
            case Fault.TruncatedReply _ -> truncate(context, answer(context, desk));
        }
    }

    private Reply answer(Context context, BiFunction<ClientQuota, JsonNode, CompletableFuture<JsonNode>> desk)
            throws InterruptedException {
        try {
            JsonNode body = Json.parse(context.bodyAsBytes());
            JsonNode answer =
                    desk.apply(quotas.of(context.req().getRemoteAddr()), body).get();
            return new Reply(200, JSON, Json.text(answer));
        } catch (WireException malformed) {
            return refused(malformed);
        } catch (ExecutionException failed) {
            return refused(failed.getCause());
        }
    }

    private static Reply refused(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof RestDesk.OverLimitException) {
            return new Reply(429, JSON, NULL);
        }
        if (cause instanceof WireException malformed) {
            LOG.debug("Refused a malformed request", malformed);
            return new Reply(422, "text/plain; charset=utf-8", RestDesk.UNREADABLE);
        }
        LOG.warn("A request failed inside the simulated venue", cause);
        return new Reply(500, JSON, NULL);
    }

    private static void write(Context context, Reply reply) {
        context.status(reply.status).contentType(reply.contentType).result(reply.body.getBytes(StandardCharsets.UTF_8));
    }

    private static void truncate(Context context, Reply reply) throws IOException {
        var response = context.res();
        response.setStatus(reply.status);
        response.setContentType(reply.contentType);
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
        response.flushBuffer();
        cut(context);
    }

    private static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
