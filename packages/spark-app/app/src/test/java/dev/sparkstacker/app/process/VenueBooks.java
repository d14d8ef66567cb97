package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.runtime.PaperAddresses;
import dev.sparkstacker.wire.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The venue's own books of a paper account, and what must be true of them. */
final class VenueBooks {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private VenueBooks() {}

    /** Every client order id once, fills add up to the position, a position has its stop and nothing else rests. */
    static void requireSound(String venue, String account) throws Exception {
        requireIdsOnce(venue, account);
        BigDecimal filled = BigDecimal.ZERO;
        for (JsonNode fill : ask(venue, "userFills", account)) {
            BigDecimal size = new BigDecimal(fill.get("sz").asString());
            filled = fill.get("side").asString().equals("B") ? filled.add(size) : filled.subtract(size);
        }
        BigDecimal position = BigDecimal.ZERO;
        for (JsonNode held : ask(venue, "clearinghouseState", account).get("assetPositions")) {
            position =
                    position.add(new BigDecimal(held.get("position").get("szi").asString()));
        }
        assertThat(filled).as("fills and position of " + account).isEqualByComparingTo(position);
        boolean hasStop = false;
        for (JsonNode order : ask(venue, "frontendOpenOrders", account)) {
            hasStop |= order.get("orderType").asString().equals("Stop Market");
        }
        assertThat(hasStop)
                .as(account + " holds " + position + " with a resting stop")
                .isEqualTo(position.signum() != 0);
    }

    /** Orders without a client id are not the trader's: the guard and the watchdog send such. */
    private static void requireIdsOnce(String venue, String account) throws Exception {
        Set<String> ids = new TreeSet<>();
        Set<String> orders = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (JsonNode entry : ask(venue, "historicalOrders", account)) {
            JsonNode order = entry.get("order");
            if (order.get("cloid") == null || order.get("cloid").isNull()) {
                continue;
            }
            String id = order.get("cloid").asString();
            // An order stands there once for each of its states.
            if (orders.add(id + "/" + order.get("oid")) && !ids.add(id)) {
                twice.add(id + "/" + order.get("oid"));
            }
        }
        assertThat(twice)
                .as("client order ids used by two orders of " + account)
                .isEmpty();
    }

    /** Every fill as {@code account/trade id}. */
    static List<String> fills(String venue, String account) throws Exception {
        List<String> fills = new ArrayList<>();
        for (JsonNode fill : ask(venue, "userFills", account)) {
            fills.add(account + "/" + fill.get("tid").asLong());
        }
        return fills;
    }

    private static JsonNode ask(String venue, String type, String account) throws Exception {
        String body = "{\"type\":\"" + type + "\",\"user\":\"" + PaperAddresses.of(account) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(venue + "/info"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.parse(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
