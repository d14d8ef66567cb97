package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.WireNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reproduces number vectors: wire strings, integer scaling, tick and lot validity, rounding. */
final class NumberVectors {
    private static final List<String> SECTIONS =
            List.of("wire", "intForHashing", "priceValid", "sizeValid", "ccxtRounded");

    private NumberVectors() {}

    /** Whether a file's content is a set of number vectors. */
    static boolean recognises(JsonNode file) {
        return file.isObject() && SECTIONS.stream().anyMatch(s -> file.path(s).isArray());
    }

    /** Checks every vector of a file. */
    static void check(String file, JsonNode content, Consumer<Case> out) {
        for (Map.Entry<String, JsonNode> section : content.properties()) {
            int i = 0;
            for (JsonNode vector : section.getValue()) {
                String name = file + " " + section.getKey() + "[" + i + "]";
                try {
                    out.accept(check(name, section.getKey(), vector));
                } catch (IllegalArgumentException e) {
                    out.accept(Case.mismatch(name, String.valueOf(e.getMessage())));
                }
                i++;
            }
        }
    }

    private static Case check(String name, String section, JsonNode vector) {
        return switch (section) {
            case "wire" -> {
                BigDecimal value = decimal(vector, "value");
                yield same(name, text(vector, "wire"), orRefused(() -> WireNumber.wire(value)));
            }
            case "intForHashing" -> {
                BigDecimal value = decimal(vector, "value");
                int power = vector.path("power").asInt(0);
                yield same(
                        name,
                        text(vector, "int"),
                        orRefused(() -> WireNumber.scaled(value, power).toString()));
            }
            case "priceValid" -> {
                boolean spot = "spot".equals(vector.path("market").asString(""));
                int decimals = vector.path("szDecimals").asInt(0);
                BigDecimal price = decimal(vector, "px");
                boolean valid =
                        spot ? WireNumber.isSpotPrice(price, decimals) : WireNumber.isPerpPrice(price, decimals);
                yield same(name, vector.path("valid").toString(), Boolean.toString(valid));
            }
            case "sizeValid" ->
                same(
                        name,
                        vector.path("valid").toString(),
                        Boolean.toString(WireNumber.isSize(
                                decimal(vector, "sz"), vector.path("szDecimals").asInt(0))));
            case "ccxtRounded" -> rounded(name, vector);
            default -> Case.unknown(name, "no such kind of number vector: " + section);
        };
    }

    private static Case rounded(String name, JsonNode vector) {
        int decimals = vector.path("szDecimals").asInt(0);
        String price =
                WireNumber.wire(WireNumber.roundPerpPrice(decimal(vector, "inPx"), decimals, RoundingMode.HALF_UP));
        String size = WireNumber.wire(decimal(vector, "inSz").setScale(decimals, RoundingMode.HALF_UP));
        return same(
                name, text(vector, "px").orElse("") + " " + text(vector, "sz").orElse(""), price + " " + size);
    }

    private static Case same(String name, String expected, String actual) {
        return same(name, Optional.of(expected), Optional.of(actual));
    }

    private static Case same(String name, Optional<String> expected, Optional<String> actual) {
        return expected.equals(actual)
                ? Case.ok(name, "")
                : Case.mismatch(name, "expected " + expected.orElse("refusal") + ", got " + actual.orElse("refusal"));
    }

    private static Optional<String> orRefused(Supplier<String> formatting) {
        try {
            return Optional.of(formatting.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a refusal is what such a vector expects
        }
    }

    private static Optional<String> text(JsonNode vector, String key) {
        return vector.path(key).isNull()
                ? Optional.empty()
                : Optional.of(vector.path(key).asString(""));
    }

    private static BigDecimal decimal(JsonNode vector, String key) {
        return new BigDecimal(vector.path(key).asString(""));
    }
}
