package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.WireNumber;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shapes of the leaves: strict about JSON types, decimals only from strings and never through a double. */
final class BasicShapes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BasicShapes() {}

    static final Shape<String> STRING = new Shape<>() {
        @Override
        String read(JsonNode node, Place place) throws WireException {
            if (!node.isString()) {
                throw place.wrongType("a string", node);
            }
            return node.stringValue();
        }

        @Override
        JsonNode write(String value, Place place) {
            return NODES.stringNode(value);
        }

        @Override
        String empty(Place place) {
            return "";
        }
    };

    static final Shape<Long> LONG = new Shape<>() {
        @Override
        Long read(JsonNode node, Place place) throws WireException {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw place.wrongType("an integer of at most 64 bits", node);
            }
            return node.longValue();
        }

        @Override
        JsonNode write(Long value, Place place) {
            return NODES.numberNode(value.longValue());
        }

        @Override
        Long empty(Place place) {
            return 0L;
        }
    };

    static final Shape<Integer> INTEGER = new Shape<>() {
        @Override
        Integer read(JsonNode node, Place place) throws WireException {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw place.wrongType("an integer of at most 32 bits", node);
            }
            return node.intValue();
        }

        @Override
        JsonNode write(Integer value, Place place) {
            return NODES.numberNode(value.intValue());
        }

        @Override
        Integer empty(Place place) {
            return 0;
        }
    };

    static final Shape<Boolean> BOOLEAN = new Shape<>() {
        @Override
        Boolean read(JsonNode node, Place place) throws WireException {
            if (!node.isBoolean()) {
                throw place.wrongType("true or false", node);
            }
            return node.booleanValue();
        }

        @Override
        JsonNode write(Boolean value, Place place) {
            return NODES.booleanNode(value);
        }

        @Override
        Boolean empty(Place place) {
            return false;
        }
    };

    static final Shape<JsonNode> RAW = new Shape<>() {
        @Override
        JsonNode read(JsonNode node, Place place) {
            return node;
        }

        @Override
        JsonNode write(JsonNode value, Place place) {
            return value;
        }

        @Override
        JsonNode empty(Place place) {
            return NODES.nullNode();
        }
    };

    /** A decimal as the venue writes it in answers: at least one decimal place. */
    static final Shape<BigDecimal> DECIMAL = new DecimalShape(false);

    /** A decimal as requests carry it: canonical, because the server hashes the canonical form. */
    static final Shape<BigDecimal> CANONICAL_DECIMAL = new DecimalShape(true);

    private static final class DecimalShape extends Shape<BigDecimal> {
        private final boolean canonical;

        DecimalShape(boolean canonical) {
            this.canonical = canonical;
        }

        @Override
        BigDecimal read(JsonNode node, Place place) throws WireException {
            if (!node.isString()) {
                throw place.wrongType("a decimal in a string", node);
            }
            try {
                return WireNumber.parse(node.stringValue());
            } catch (NumberFormatException e) {
                throw place.fail(Reason.BAD_NUMBER, "not a plain decimal: " + Place.show(node));
            }
        }

        @Override
        JsonNode write(BigDecimal value, Place place) {
            return NODES.stringNode(canonical ? WireNumber.wire(value) : WireNumber.response(value));
        }

        @Override
        BigDecimal empty(Place place) {
            return BigDecimal.ZERO;
        }
    }

    /** An enum by the spelling of its {@link WireName}s. */
    static final class EnumShape<E extends Enum<E>> extends Shape<E> {
        private final Map<String, E> byName = new LinkedHashMap<>();
        private final Map<E, String> names = new LinkedHashMap<>();

        EnumShape(Class<E> type) {
            for (E constant : type.getEnumConstants()) {
                WireName name = annotation(type, constant);
                byName.put(name.value(), constant);
                names.put(constant, name.value());
            }
        }

        private static <E extends Enum<E>> WireName annotation(Class<E> type, E constant) {
            try {
                WireName name = type.getField(constant.name()).getAnnotation(WireName.class);
                if (name == null) {
                    throw new IllegalStateException(type.getName() + "." + constant + " has no @WireName");
                }
                return name;
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("an enum constant is always a public field", e);
            }
        }

        @Override
        E read(JsonNode node, Place place) throws WireException {
            if (!node.isString()) {
                throw place.wrongType("one of " + byName.keySet(), node);
            }
            E constant = byName.get(node.stringValue());
            if (constant == null) {
                throw place.fail(Reason.BAD_VALUE, "expected one of " + byName.keySet() + ", got " + Place.show(node));
            }
            return constant;
        }

        @Override
        JsonNode write(E value, Place place) {
            String name = names.get(value);
            if (name == null) {
                throw new IllegalStateException("every constant was named in the constructor");
            }
            return NODES.stringNode(name);
        }

        @Override
        E empty(Place place) {
            return byName.values().iterator().next();
        }
    }
}
