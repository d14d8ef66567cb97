package dev.sparkstacker.app.runtime;

import dev.sparkstacker.wire.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the venue itself says of a paper account, over plain HTTP and without any of the product's reading. */
public final class VenueTruth {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String user;

    /** Of the paper account of a name, at the sandbox of a URL. */
    public VenueTruth(String url, String account) {
        this.url = url;
        this.user = PaperAddresses.of(account);
    }

    /** Signed sizes of every position; empty where there is none. */
    public List<BigDecimal> positions() throws Exception {
        List<BigDecimal> sizes = new ArrayList<>();
        for (JsonNode held : ask("clearinghouseState").get("assetPositions")) {
            BigDecimal size = new BigDecimal(held.get("position").get("szi").asString());
            if (size.signum() != 0) {
                sizes.add(size);
            }
        }
        return sizes;
    }

    public boolean isFlat() throws Exception {
        return positions().isEmpty();
    }

    /** Open orders that could open or enlarge a position. */
    public int entriesResting() throws Exception {
        int entries = 0;
        for (JsonNode order : ask("frontendOpenOrders")) {
            entries += order.get("reduceOnly").asBoolean() ? 0 : 1;
        }
        return entries;
    }

    public int ordersResting() throws Exception {
        return ask("frontendOpenOrders").size();
    }

    /** Whether resting stops cover everything that is held. */
    public boolean isProtected() throws Exception {
        BigDecimal covered = BigDecimal.ZERO;
        for (JsonNode order : ask("frontendOpenOrders")) {
            if (order.get("orderType").asString().equals("Stop Market")
                    && order.get("reduceOnly").asBoolean()) {
                covered = covered.add(new BigDecimal(order.get("sz").asString()));
            }
        }
        BigDecimal held = BigDecimal.ZERO;
        for (BigDecimal size : positions()) {
            held = held.add(size.abs());
        }
        return covered.compareTo(held) >= 0;
    }

    /** How many orders that may enlarge a position the venue has ever taken. */
    public long entriesEverTaken() throws Exception {
        long entries = 0;
        for (JsonNode entry : ask("historicalOrders")) {
            entries += entry.get("order").get("reduceOnly").asBoolean() ? 0 : 1;
        }
        return entries;
    }

    /** Venue time. */
    public long nowMs() throws Exception {
        return post("{\"type\":\"exchangeStatus\"}").get("time").asLong();
    }

    private JsonNode ask(String type) throws Exception {
        return post("{\"type\":\"" + type + "\",\"user\":\"" + user + "\"}");
    }

    private JsonNode post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/info"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.parse(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
