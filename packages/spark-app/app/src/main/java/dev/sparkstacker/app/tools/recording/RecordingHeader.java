package dev.sparkstacker.app.tools.recording;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first line of a recording.
 *
 * @param interval length of its bars; empty where it holds prints, quotes and books
 * @param markets the markets it holds
 * @param source where it comes from, for people: a file's name or a venue's address
 */
public record RecordingHeader(Optional<Interval> interval, List<MarketId> markets, String source) {
    static final String FORMAT = "spark-stacker-market";
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    public RecordingHeader {
        markets = List.copyOf(markets);
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("A recording holds at least one market");
        }
    }

    /** One line of JSON, without the line's end. */
    String toLine() {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", FORMAT);
        node.put("version", VERSION);
        interval.ifPresent(length -> node.put("interval", length.code()));
        ArrayNode coins = node.putArray("markets");
        markets.forEach(market -> coins.add(market.coin()));
        node.put("source", source);
        return JSON.writeValueAsString(node);
    }

    /** Reads the line. @throws IllegalArgumentException if it is no header this build knows */
    static RecordingHeader parse(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("not a Spark Stacker recording: its first line is no JSON", noJson);
        }
        if (!node.path("format").asString("").equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "not a Spark Stacker recording: its first line lacks \"format\": \"" + FORMAT + "\"");
        }
        int version = node.path("version").asInt(0);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a recording of version " + version + "; this build reads version " + VERSION);
        }
        Optional<Interval> interval = Optional.empty();
        if (node.has("interval")) {
            String code = node.path("interval").asString("");
            interval = Interval.byCode(code);
            if (interval.isEmpty()) {
                throw new IllegalArgumentException("unknown interval \"" + code + "\"");
            }
        }
        List<MarketId> markets = new ArrayList<>();
        for (JsonNode coin : node.path("markets")) {
            markets.add(new MarketId(coin.asString("")));
        }
        return new RecordingHeader(interval, markets, node.path("source").asString(""));
    }
}
