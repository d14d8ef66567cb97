package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Spoils the first act of a kind: whether the venue gets it is one thing, what the sender hears another. A repetition of the
 * same bytes meets the same fate; every other request passes.
 */
final class SpoiledAct extends PassedOn {
    /** What a server, a proxy before it, or one that cannot reach it says. */
    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503, 504);

    private final Predicate<String> kind;
    private final Reply reply;
    private final int serverError;
    private final boolean arrives;
    private final Runnable before;
    private final Runnable after;
    private @Nullable String body;
    private int struck;
    private boolean forgotten;

    /** What the sender hears instead of the venue's answer. */
    enum Reply {
        TIMEOUT,
        RESET,
        SERVER_ERROR,
        TRUNCATED,
        HTML,
        THROTTLED;

        private static final String PAGE =
                "<html><head><title>502 Bad Gateway</title></head><body>cloudfront</body></html>";

        private void tell(CompletableFuture<HttpAnswer> heard, int serverError) {
            switch (this) {
                case TIMEOUT -> {
                    // Nothing is heard, ever.
                }
                case RESET -> heard.completeExceptionally(new IOException("Connection reset (campaign)"));
                case SERVER_ERROR -> heard.complete(new HttpAnswer(serverError, "null"));
                case TRUNCATED ->
                    heard.complete(new HttpAnswer(200, "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"da"));
                case HTML -> heard.complete(new HttpAnswer(502, PAGE));
                case THROTTLED -> heard.complete(new HttpAnswer(429, "null"));
            }
        }
    }

    /**
     * @param kind recognises the act by its body
     * @param seed draws which of the server's errors it is
     * @param arrives whether the venue gets it
     * @param before done just before it arrives
     * @param after done just after it has taken effect
     */
    SpoiledAct(
            VenueTransport transport,
            Predicate<String> kind,
            Reply reply,
            long seed,
            boolean arrives,
            Runnable before,
            Runnable after) {
        super(transport);
        this.kind = kind;
        this.reply = reply;
        this.serverError = SERVER_ERRORS.get(
                new SplittableRandom(seed * 31 + List.of(Reply.values()).indexOf(reply)).nextInt(SERVER_ERRORS.size()));
        this.arrives = arrives;
        this.before = before;
        this.after = after;
    }

    /** How often a request was spoiled, repetitions included. */
    int struck() {
        return struck;
    }

    /** From now on everything passes. */
    void forget() {
        forgotten = true;
    }

    /** What was spoiled. */
    @Nullable
    String body() {
        return body;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String text) {
        boolean spoils =
                !forgotten && uri.getPath().equals("/exchange") && (body == null ? kind.test(text) : text.equals(body));
        if (!spoils) {
            return super.post(uri, text);
        }
        boolean first = body == null;
        body = text;
        struck++;
        CompletableFuture<HttpAnswer> heard = new CompletableFuture<>();
        if (!arrives) {
            reply.tell(heard, serverError);
            return heard;
        }
        if (first) {
            before.run();
        }
        var _ = super.post(uri, text).whenComplete((_, _) -> {
            if (first) {
                after.run();
            }
            reply.tell(heard, serverError);
        });
        return heard;
    }
}
