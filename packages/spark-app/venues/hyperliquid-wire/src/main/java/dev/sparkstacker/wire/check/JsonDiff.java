package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.WireNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares JSON trees: same keys, same types, same order of arrays; numbers and decimals in strings by value. */
final class JsonDiff {
    private JsonDiff() {}

    /** The first difference, with its path, or empty. */
    static Optional<String> first(JsonNode expected, JsonNode actual) {
        return first(expected, actual, "");
    }

    private static Optional<String> first(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject() && actual.isObject()) {
            return objects(expected, actual, path);
        } else if (expected.isArray() && actual.isArray()) {
            if (expected.size() != actual.size()) {
                return differ(path, expected.size() + " elements", actual.size() + " elements");
            }
            for (int i = 0; i < expected.size(); i++) {
                Optional<String> found = first(expected.get(i), actual.get(i), path + "/" + i);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return sameLeaf(expected, actual) ? Optional.empty() : differ(path, show(expected), show(actual));
    }

    private static Optional<String> objects(JsonNode expected, JsonNode actual, String path) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String at = path + "/" + entry.getKey();
            JsonNode other = actual.get(entry.getKey());
            if (other == null) {
                return differ(at, show(entry.getValue()), "no such key");
            }
            Optional<String> found = first(entry.getValue(), other, at);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String key : actual.propertyNames()) {
            if (!expected.has(key)) {
                return differ(path + "/" + key, "no such key", show(actual.get(key)));
            }
        }
        return Optional.empty();
    }

    private static boolean sameLeaf(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        } else if (expected.isString() && actual.isString()) {
            return expected.stringValue().equals(actual.stringValue())
                    || sameDecimal(expected.stringValue(), actual.stringValue());
        }
        return expected.equals(actual);
    }

    private static boolean sameDecimal(String expected, String actual) {
        Optional<BigDecimal> left = decimal(expected);
        return left.isPresent()
                && decimal(actual)
                        .filter(right -> left.get().compareTo(right) == 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(WireNumber.parse(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a text that is no number is compared as text
        }
    }

    private static Optional<String> differ(String path, String expected, String actual) {
        return Optional.of("at " + (path.isEmpty() ? "/" : path) + ": expected " + expected + ", got " + actual);
    }

    private static String show(JsonNode node) {
        String text = node.toString();
        return text.length() <= 100 ? text : text.substring(0, 97) + "...";
    }
}
