package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.limits.RequestWeights;
import dev.sparkstacker.hyperliquid.limits.WeightBudget;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.socket.SocketPosts;
import dev.sparkstacker.hyperliquid.socket.VenueSocket;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.PostRequest;
import dev.sparkstacker.wire.ws.PostResponse;
import dev.sparkstacker.wire.ws.WsRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same requests as over REST, sent over an open websocket. Nothing is repeated: where the reply does not come, what
 * became of an act is unknown. Thread-safe.
 */
public final class PostClient {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String DUPLICATE_NONCE = "Invalid nonce: duplicate nonce";

    private final VenueSocket socket;
    private final SocketPosts posts;
    private final WeightBudget budget;
    private final Duration replyWithin;
    private final Machine machine;

    PostClient(VenueSocket socket, SocketPosts posts, WeightBudget budget, Duration replyWithin, Machine machine) {
        this.socket = socket;
        this.posts = posts;
        this.budget = budget;
        this.replyWithin = replyWithin;
        this.machine = machine;
    }

    /** Asks. @throws ReadException for anything but a readable answer */
    public <R> R ask(InfoRequest<R> request, Priority priority) throws ReadException, InterruptedException {
        if (!budget.acquire(priority, RequestWeights.of(request), PATIENCE_NANOS)) {
            throw new ReadException("post info: its turn in the request budget did not come in time");
        }
        return switch (post(new PostRequest.InfoPost(request.tree()))) {
            case Outcome.Replied(PostResponse.InfoReply(PostResponse.InfoPayload payload)) -> {
                try {
                    R answer = request.answer().read(payload.data());
                    budget.charge(RequestWeights.ofRows(request, answer));
                    yield answer;
                } catch (WireException e) {
                    throw new ReadException("post info: " + e.getMessage(), e);
                }
            }
            case Outcome.Replied(PostResponse.Failed(String text)) -> throw new ReadException("post info: " + text);
            case Outcome.Replied(PostResponse.ActionReply other) ->
                throw new ReadException("post info: answered as if it were an action: " + other);
            case Outcome.NotSent(String detail) -> throw new ReadException("post info: " + detail);
            case Outcome.Unknown(String detail) -> throw new ReadException("post info: " + detail);
        };
    }

    /** Sends a signed act once. */
    public ActReply send(SignedAct act, Priority priority) throws InterruptedException {
        ExchangeRequest request;
        try {
            request = ExchangeRequest.read(Json.parse(act.body()));
        } catch (WireException e) {
            throw new IllegalArgumentException("A signed act is always readable", e);
        }
        if (!budget.acquire(priority, RequestWeights.ofAction(act.elements()), PATIENCE_NANOS)) {
            return new ActReply.NotTaken("not sent: its turn in the request budget did not come in time");
        }
        return switch (post(new PostRequest.ActionPost(request))) {
            case Outcome.Replied(PostResponse.ActionReply(var response)) ->
                response instanceof ExchangeResponse.Refused(String text) && text.startsWith(DUPLICATE_NONCE)
                        ? new ActReply.Unknown("an earlier sending went through (" + text + ")")
                        : new ActReply.Answered(response);
            case Outcome.Replied(PostResponse.Failed(String text)) -> new ActReply.Unknown(text);
            case Outcome.Replied(PostResponse.InfoReply other) ->
                new ActReply.Unknown("answered as if it were a question: " + other);
            case Outcome.NotSent(String detail) -> new ActReply.NotTaken("not sent: " + detail);
            case Outcome.Unknown(String detail) -> new ActReply.Unknown(detail);
        };
    }

    private sealed interface Outcome {
        record Replied(PostResponse response) implements Outcome {}

        record NotSent(String detail) implements Outcome {}

        record Unknown(String detail) implements Outcome {}
    }

    private Outcome post(PostRequest request) throws InterruptedException {
        if (!socket.isOpen()) {
            return new Outcome.NotSent("the websocket is not open");
        }
        SocketPosts.Ticket ticket = posts.open();
        try {
            if (!socket.send(new WsRequest.Post(ticket.id(), request))) {
                return new Outcome.Unknown("the connection broke while sending");
            }
            return new Outcome.Replied(machine.await(ticket.reply(), replyWithin.toNanos()));
        } catch (TimeoutException e) {
            return new Outcome.Unknown("no reply within " + replyWithin.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Outcome.Unknown(String.valueOf(e.getCause()));
        } finally {
            posts.close(ticket);
        }
    }
}
