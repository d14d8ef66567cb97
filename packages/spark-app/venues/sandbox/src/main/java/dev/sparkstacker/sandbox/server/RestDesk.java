package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.WireException;
import java.io.Serial;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;

/** Answers /info and /exchange requests within a client's weight budget, whichever transport they came by. */
final class RestDesk {
    static final String UNREADABLE = "Failed to deserialize the JSON body into the target type";

    /** The weight budget is spent; the venue answers HTTP 429. */
    static final class OverLimitException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        OverLimitException() {
            super("weight budget spent", null, false, false);
        }
    }

    private final VenueTasks tasks;
    private final InfoDesk info;
    private final ActionGate gate;
    private final VenueClock clock;

    RestDesk(VenueTasks tasks, VenueClock clock, InfoDesk info, ActionGate gate) {
        this.tasks = tasks;
        this.clock = clock;
        this.info = info;
        this.gate = gate;
    }

    long venueMs() {
        return clock.nowMs();
    }

    /**
     * Answers an info request. The future fails with {@link OverLimitException}, or with a {@link WireException} as
     * the cause of a {@link CompletionException} if the request is none that the venue knows.
     */
    CompletableFuture<JsonNode> info(ClientQuota quota, JsonNode body) {
        InfoRequest<?> request;
        try {
            request = InfoRequest.read(body);
        } catch (WireException undocumented) {
            return CompletableFuture.failedFuture(undocumented);
        }
        if (!quota.takeWeight(RequestWeights.of(request), clock.nowMs())) {
            return CompletableFuture.failedFuture(new OverLimitException());
        }
        CompletableFuture<Optional<JsonNode>> asked = tasks.ask(_ -> info.answer(request));
        return asked.thenApply(found -> {
            JsonNode answer = found.orElseThrow(() -> new CompletionException(
                    new WireException(WireException.Reason.UNKNOWN_TYPE, "/type", "no such request")));
            int extra = RequestWeights.ofItems(request, answer.size());
            if (extra > 0) {
                quota.addWeight(extra, clock.nowMs());
            }
            return answer;
        });
    }

    /** Answers an action; the future fails as that of {@link #info}. */
    CompletableFuture<ExchangeResponse> exchange(ClientQuota quota, JsonNode body) {
        try {
            return exchange(quota, ExchangeRequest.read(body));
        } catch (WireException undocumented) {
            return CompletableFuture.failedFuture(undocumented);
        }
    }

    /** Answers an action; the future fails as that of {@link #info}. */
    CompletableFuture<ExchangeResponse> exchange(ClientQuota quota, ExchangeRequest request) {
        if (!quota.takeWeight(weightOf(request), clock.nowMs())) {
            return CompletableFuture.failedFuture(new OverLimitException());
        }
        try {
            return gate.handle(request);
        } catch (WireException undocumented) {
            return CompletableFuture.failedFuture(undocumented);
        }
    }

    private static int weightOf(ExchangeRequest request) {
        JsonNode action = request.action();
        int batch = Math.max(
                Math.max(action.path("orders").size(), action.path("cancels").size()),
                action.path("modifies").size());
        return 1 + batch / 40;
    }
}
