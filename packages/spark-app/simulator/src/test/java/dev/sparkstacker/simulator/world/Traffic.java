package dev.sparkstacker.simulator.world;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Counts what is asked and sent, by kind. */
final class Traffic extends PassedOn {
    private final Counts counts;

    /** What has left so far, however many processes sent it. */
    static final class Counts {
        private final Map<String, Integer> byKind = new TreeMap<>();

        private void add(String kind) {
            byKind.merge(kind, 1, Integer::sum);
        }

        Map<String, Integer> all() {
            return byKind;
        }
    }

    Traffic(VenueTransport transport, Counts counts) {
        super(transport);
        this.counts = counts;
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        counts.add(uri.getPath() + " " + kind(body));
        return super.post(uri, body);
    }

    private static String kind(String body) {
        try {
            JsonNode request = Json.parse(body);
            JsonNode act = request.path("action");
            JsonNode kind = act.isMissingNode() ? request.path("type") : act.path("type");
            return kind.asString();
        } catch (WireException unreadable) {
            throw new IllegalArgumentException("What the connector posts is readable", unreadable);
        }
    }
}
