package dev.sparkstacker.app.config.source;

import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON with {@code //} and {@code /* *}{@code /} comments, keeping line and column of every key and value.
 *
 * <p>A text that is no JSON gives one problem at the place where reading stopped; a key given twice is a problem, the
 * first one counts.
 */
public final class LocatedJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private final String file;
    private final List<Problem> problems;

    private LocatedJson(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a text.
     *
     * @param file the file's name, for messages
     * @param text its content
     * @param problems takes what is wrong
     * @return the value, or empty if the text is no JSON
     */
    public static Optional<Value> read(String file, String text, List<Problem> problems) {
        LocatedJson reader = new LocatedJson(file, problems);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(Problem.error(new Origin.InFile(file, 1, 1), "", "the file is empty", "Start with { }."));
                return Optional.empty();
            }
            Value value = reader.value(parser, first, "");
            if (parser.nextToken() != null) {
                problems.add(Problem.error(
                        reader.here(parser), "", "there is something after the end of the object", "Remove it."));
            }
            return Optional.of(value);
        } catch (JacksonException e) {
            problems.add(Problem.error(
                    reader.at(e.getLocation()),
                    "",
                    "not valid JSON: " + e.getOriginalMessage(),
                    "Comments are allowed."));
            return Optional.empty();
        }
    }

    private Value value(JsonParser parser, JsonToken token, String path) {
        Origin origin = here(parser);
        return switch (token) {
            case START_OBJECT -> object(parser, origin, path);
            case START_ARRAY -> list(parser, origin, path);
            case VALUE_STRING -> new Scalar(origin, Form.STRING, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(origin, Form.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(origin, Form.BOOLEAN, parser.getString());
            case VALUE_NULL -> new Scalar(origin, Form.NULL, "null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No value can start with " + token);
        };
    }

    private ObjectValue object(JsonParser parser, Origin origin, String path) {
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Origin keyOrigin = here(parser);
            String memberPath = path.isEmpty() ? key : path + "." + key;
            Member member = new Member(keyOrigin, value(parser, parser.nextToken(), memberPath));
            Member earlier = members.putIfAbsent(key, member);
            if (earlier != null) {
                problems.add(Problem.error(
                        keyOrigin,
                        memberPath,
                        "given twice, first at " + earlier.keyOrigin().describe(),
                        "Keep one of them."));
            }
        }
        return new ObjectValue(origin, members);
    }

    private ListValue list(JsonParser parser, Origin origin, String path) {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, path + "[" + items.size() + "]"));
        }
        return new ListValue(origin, List.copyOf(items));
    }

    private Origin here(JsonParser parser) {
        return at(parser.currentTokenLocation());
    }

    private Origin at(@Nullable TokenStreamLocation location) {
        if (location == null) {
            return new Origin.InFile(file, 1, 1);
        }
        return new Origin.InFile(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
