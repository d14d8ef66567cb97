package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.output.NamedValue;
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
 * Conditions and indicator values as JSON text.
 *
 * <pre>
 *  [{"name":"crossover","value":"below","threshold":"above","met":false,"sinceMs":1700000000000}, …]
 *  [{"name":"histogram","value":-0.42}, {"name":"atr","value":"NaN"}, …]
 * </pre>
 *
 * JSON has no NaN and no infinity, so these stand as text.
 */
final class ExplanationJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ExplanationJson() {}

    static String writeConditions(List<Condition> conditions) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Condition condition : conditions) {
                json.writeStartObject();
                json.writeStringProperty("name", condition.name());
                json.writeStringProperty("value", condition.value());
                json.writeStringProperty("threshold", condition.threshold());
                json.writeBooleanProperty("met", condition.met());
                json.writeNumberProperty("sinceMs", condition.sinceMs());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    static String writeValues(List<NamedValue> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (NamedValue value : values) {
                json.writeStartObject();
                json.writeStringProperty("name", value.name());
                if (Double.isFinite(value.value())) {
                    json.writeNumberProperty("value", value.value());
                } else {
                    json.writeStringProperty("value", Double.toString(value.value()));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is not what {@link #writeConditions} makes */
    static List<Condition> readConditions(String text) {
        return read(text, ExplanationJson::condition);
    }

    /** @throws IllegalArgumentException if the text is not what {@link #writeValues} makes */
    static List<NamedValue> readValues(String text) {
        return read(text, ExplanationJson::namedValue);
    }

    private interface ElementReader<T> {
        T read(JsonParser json);
    }

    private static <T> List<T> read(String text, ElementReader<T> reader) {
        List<T> elements = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                elements.add(reader.read(json));
            }
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("Not the JSON of an explanation: " + text, notJson);
        }
        return List.copyOf(elements);
    }

    private static Condition condition(JsonParser json) {
        String name = "";
        String value = "";
        String threshold = "";
        boolean met = false;
        long sinceMs = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            switch (property) {
                case "name" -> name = json.getString();
                case "value" -> value = json.getString();
                case "threshold" -> threshold = json.getString();
                case "met" -> met = json.getBooleanValue();
                case "sinceMs" -> sinceMs = json.getLongValue();
                default -> throw new IllegalArgumentException("Not a property of a condition: " + property);
            }
        }
        return new Condition(name, value, threshold, met, sinceMs);
    }

    private static NamedValue namedValue(JsonParser json) {
        String name = "";
        double value = Double.NaN;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            JsonToken token = json.nextToken();
            switch (property) {
                case "name" -> name = json.getString();
                case "value" ->
                    value = token == JsonToken.VALUE_STRING
                            ? Double.parseDouble(json.getString())
                            : json.getDoubleValue();
                default -> throw new IllegalArgumentException("Not a property of a value: " + property);
            }
        }
        return new NamedValue(name, value);
    }

    private static void expect(JsonParser json, JsonToken expected) {
        JsonToken found = json.nextToken();
        if (found != expected) {
            throw new IllegalArgumentException("Expected " + expected + " in an explanation, found " + found);
        }
    }
}
