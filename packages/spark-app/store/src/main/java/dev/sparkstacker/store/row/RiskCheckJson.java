package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.RiskCheck;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Pre-trade checks as JSON text, in the order in which they were made.
 *
 * <pre>
 *  [{"rule":"STALE_QUOTE","passed":true,"value":"100 ms","limit":"&lt;= 5000 ms"}, …]
 * </pre>
 */
final class RiskCheckJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RiskCheckJson() {}

    static String write(List<RiskCheck> checks) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (RiskCheck check : checks) {
                json.writeStartObject();
                json.writeStringProperty("rule", check.rule().name());
                json.writeBooleanProperty("passed", check.passed());
                json.writeStringProperty("value", check.value());
                json.writeStringProperty("limit", check.limit());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is not what {@link #write} makes */
    static List<RiskCheck> read(String text) {
        List<RiskCheck> checks = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("Not the JSON of checks: " + text);
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                checks.add(check(json));
            }
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("Not the JSON of checks: " + text, notJson);
        }
        return List.copyOf(checks);
    }

    private static RiskCheck check(JsonParser json) {
        String rule = "";
        boolean passed = false;
        String value = "";
        String limit = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            switch (property) {
                case "rule" -> rule = json.getString();
                case "passed" -> passed = json.getBooleanValue();
                case "value" -> value = json.getString();
                case "limit" -> limit = json.getString();
                default -> throw new IllegalArgumentException("Not a property of a check: " + property);
            }
        }
        return new RiskCheck(Reason.valueOf(rule), passed, value, limit);
    }
}
