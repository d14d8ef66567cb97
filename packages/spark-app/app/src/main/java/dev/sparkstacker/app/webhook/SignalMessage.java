package dev.sparkstacker.app.webhook;

import dev.sparkstacker.app.config.bind.Nearest;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.SignalAction;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A signal as it is sent.
 *
 * <pre>
 *  { "id": "tv-eth-20250101T120000Z",  once for each signal
 *    "strategy": "tv-eth",             the configured strategy
 *    "market": "ETH-USD",
 *    "action": "buy",                  or sell, close; long, short, flat mean the same
 *    "time": "2025-01-01T12:00:00Z",   when it was sent; or milliseconds since 1970
 *    "secret": "…" }                   where the sender cannot set the header Authorization
 * </pre>
 */
record SignalMessage(String id, StrategyId strategy, MarketId market, SignalAction action, long sentAtMs) {
    static final String SECRET = "secret";
    private static final List<String> KEYS = List.of("id", "strategy", "market", "action", "time", SECRET);

    /** A message that cannot be understood; what it holds is not repeated beyond the value that is wrong. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }

    static SignalMessage of(JsonNode json) throws Malformed {
        if (!json.isObject()) {
            throw new Malformed("Send a JSON object with " + String.join(", ", KEYS) + ".");
        }
        for (String key : json.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new Malformed("There is no \"" + shown(key) + "\". " + Nearest.hint(key, KEYS));
            }
        }
        String id = text(json, "id");
        if (!id.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new Malformed("\"id\" has 1 to 64 characters of A-Z, a-z, 0-9, '.', '_', ':' and '-'.");
        }
        return new SignalMessage(id, strategy(json), market(json), action(text(json, "action")), time(json));
    }

    private static StrategyId strategy(JsonNode json) throws Malformed {
        try {
            return new StrategyId(text(json, "strategy"));
        } catch (IllegalArgumentException wrong) {
            throw new Malformed(String.valueOf(wrong.getMessage()));
        }
    }

    private static MarketId market(JsonNode json) throws Malformed {
        try {
            return MarketId.parse(text(json, "market"));
        } catch (IllegalArgumentException wrong) {
            throw new Malformed(String.valueOf(wrong.getMessage()));
        }
    }

    private static SignalAction action(String word) throws Malformed {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "buy", "long" -> SignalAction.BUY;
            case "sell", "short" -> SignalAction.SELL;
            case "close", "flat" -> SignalAction.CLOSE;
            default ->
                throw new Malformed(
                        "\"action\" is buy, sell or close (long, short or flat), not \"" + shown(word) + "\".");
        };
    }

    private static long time(JsonNode json) throws Malformed {
        JsonNode time = json.get("time");
        if (time != null && time.isIntegralNumber() && time.canConvertToLong()) {
            return time.longValue();
        }
        try {
            return Instant.parse(text(json, "time")).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException wrong) {
            throw new Malformed("\"time\" is an instant such as 2025-01-01T12:00:00Z or milliseconds since 1970.");
        }
    }

    private static String text(JsonNode json, String key) throws Malformed {
        JsonNode value = json.get(key);
        if (value == null || !value.isString() || value.stringValue().isEmpty()) {
            throw new Malformed("\"" + key + "\" is missing or no text.");
        }
        return value.stringValue();
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 32 ? plain.substring(0, 32) + "…" : plain;
    }
}
