package dev.sparkstacker.hyperliquid.socket;

import dev.sparkstacker.wire.ws.PostReply;
import dev.sparkstacker.wire.ws.PostResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Requests on their way over one websocket, by id: replies come in any order, and none comes after the connection is gone. */
public final class SocketPosts {
    private final Map<Long, CompletableFuture<PostResponse>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** A request's id and where its reply will be. */
    public record Ticket(long id, CompletableFuture<PostResponse> reply) {}

    /** Takes an id for a request; whoever takes it gives it back with {@link #close}. */
    public Ticket open() {
        Ticket ticket = new Ticket(ids.incrementAndGet(), new CompletableFuture<>());
        waiting.put(ticket.id(), ticket.reply());
        return ticket;
    }

    /** Waits for the reply no longer. */
    public void close(Ticket ticket) {
        waiting.remove(ticket.id());
    }

    /** A reply arrived; one that nobody waits for any more is dropped. */
    public void answered(PostReply reply) {
        CompletableFuture<PostResponse> open = waiting.get(reply.id());
        if (open != null) {
            open.complete(reply.response());
        }
    }

    /** The connection is gone: whether the venue has acted on what was sent is unknown. */
    public void lost(String detail) {
        IllegalStateException lost = new IllegalStateException("connection lost: " + detail);
        waiting.values().forEach(open -> open.completeExceptionally(lost));
    }
}
