package dev.sparkstacker.app.process;

import dev.sparkstacker.app.runtime.PaperAddresses;
import dev.sparkstacker.wire.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The venue's own books of a paper account, and what must be true of them. */
final class VenueBooks {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private VenueBooks() {}

    /** Every client order id once, fills add up to the position, a position has its stop and nothing else rests. */
    static void requireSound(String venue, String account) throws Exception {
        VenueLedger ledger = new VenueLedger(venue, account);
        ledger.read();
        ledger.requireSound();
    }

    /** Every fill as {@code account/trade id}. */
    static List<String> fills(String venue, String account) throws Exception {
        VenueLedger ledger = new VenueLedger(venue, account);
        ledger.read();
        return List.copyOf(ledger.fills());
    }

    /** The size held in the only market, with its sign. */
    static BigDecimal position(String venue, String account) throws Exception {
        BigDecimal position = BigDecimal.ZERO;
        for (JsonNode held : ask(venue, "clearinghouseState", account).get("assetPositions")) {
            position =
                    position.add(new BigDecimal(held.get("position").get("szi").asString()));
        }
        return position;
    }

    /** Whether a stop rests. */
    static boolean hasStop(String venue, String account) throws Exception {
        for (JsonNode order : ask(venue, "frontendOpenOrders", account)) {
            if (order.get("orderType").asString().equals("Stop Market")) {
                return true;
            }
        }
        return false;
    }

    /** What the venue answers to a request for information about the account. */
    static JsonNode ask(String venue, String type, String account) throws Exception {
        String body = "{\"type\":\"" + type + "\",\"user\":\"" + PaperAddresses.of(account) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(venue + "/info"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.parse(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
