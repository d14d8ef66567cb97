package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.telemetry.log.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Reads single values into their types and says in a person's words what is wrong with the others. */
final class ScalarReader {
    private static final int MOST_DIGITS = 40;

    private static final int MAX_DECIMALS = 8;

    private ScalarReader() {}

    /** Why a value cannot be used, and what would be right. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        Unreadable(String what, String remedy) {
            super(what);
            this.remedy = remedy;
        }

        String what() {
            return String.valueOf(getMessage());
        }

        String remedy() {
            return remedy;
        }
    }

    static boolean isNumeric(Class<?> type) {
        return isWhole(type) || type == BigDecimal.class || type == Usd.class;
    }

    static boolean isWhole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Leverage.class;
    }

    static Object read(Scalar scalar, Class<?> type, String key, Setting setting) throws Unreadable {
        if (type == boolean.class) {
            return truth(scalar);
        }
        if (isNumeric(type)) {
            return number(scalar, type, key, Bounds.of(setting));
        }
        return type.isEnum() ? constant(scalar, type) : text(scalar, type, setting);
    }

    static Boolean truth(Scalar scalar) throws Unreadable {
        String text =
                scalar.form() == Form.SUBSTITUTED ? scalar.text().toLowerCase(java.util.Locale.ROOT) : scalar.text();
        boolean written = scalar.form() == Form.BOOLEAN || scalar.form() == Form.SUBSTITUTED;
        if (written && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        throw new Unreadable("expected true or false, got " + scalar.describe(), "Write it without quotes.");
    }

    static Object number(Scalar scalar, Class<?> type, String key, Bounds bounds) throws Unreadable {
        BigDecimal value = decimal(scalar, type, key);
        checkRange(value, key, bounds);
        if (value.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new Unreadable(scalar.text() + " has more than " + MAX_DECIMALS + " decimals", "Round it.");
        }
        try {
            if (type == int.class || type == Integer.class) {
                return value.intValueExact();
            }
            if (type == long.class) {
                return value.longValueExact();
            }
            if (type == Leverage.class) {
                return new Leverage(value.intValueExact());
            }
        } catch (ArithmeticException fraction) {
            throw new Unreadable("expected a whole number, got " + scalar.text(), "Leave out the decimals.");
        }
        return type == Usd.class ? new Usd(FixedPoint.fromBigDecimal(value)) : value;
    }

    private static BigDecimal decimal(Scalar scalar, Class<?> type, String key) throws Unreadable {
        if (scalar.form() == Form.NUMBER || scalar.form() == Form.SUBSTITUTED) {
            try {
                return sane(new BigDecimal(scalar.text().strip()), scalar);
            } catch (NumberFormatException notANumber) {
                throw new Unreadable("expected a number, got " + scalar.describe(), "Write digits and a point only.");
            }
        }
        String wanted = isWhole(type) ? "a whole number" : "a number";
        String digits = scalar.text().replaceAll("[^0-9.]", "");
        boolean unitInText =
                scalar.form() == Form.STRING && scalar.text().matches("\\s*[$]?[0-9.]+\\s*[%a-zA-Z$]*\\s*");
        throw new Unreadable(
                "expected " + wanted + ", got " + scalar.describe(),
                unitInText ? "Write " + digits + " without quotes; " + unitOf(key) : "Write digits and a point only.");
    }

    /** A few characters can name a number of a billion digits; no setting is one. */
    private static BigDecimal sane(BigDecimal value, Scalar scalar) throws Unreadable {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new Unreadable("no setting has so many digits: " + scalar.describe(), "Write the number plainly.");
        }
        return value;
    }

    private static String unitOf(String key) {
        for (Map.Entry<String, String> unit : Units.NAMES.entrySet()) {
            if (key.endsWith(unit.getKey())) {
                return "the unit is " + unit.getValue() + ", as the key says.";
            }
        }
        return "it has no unit.";
    }

    private static void checkRange(BigDecimal value, String key, Bounds bounds) throws Unreadable {
        String least = bounds.least();
        String most = bounds.most();
        boolean tooSmall = !least.isEmpty() && value.compareTo(new BigDecimal(least)) < 0;
        boolean tooLarge = !most.isEmpty() && value.compareTo(new BigDecimal(most)) > 0;
        if (!tooSmall && !tooLarge) {
            return;
        }
        BigDecimal asPercent = value.movePointRight(2).stripTrailingZeros();
        boolean fractionForPercent = key.endsWith("Pct")
                && tooSmall
                && asPercent.signum() > 0
                && asPercent.compareTo(new BigDecimal(least)) >= 0;
        String remedy = fractionForPercent
                ? "The key is in percent, not a fraction. Did you mean " + asPercent.toPlainString() + "?"
                : unitSentence(key);
        throw new Unreadable(
                value.toPlainString() + " is outside " + (least.isEmpty() ? "…" : least) + " to "
                        + (most.isEmpty() ? "…" : most),
                remedy);
    }

    private static String unitSentence(String key) {
        String unit = unitOf(key);
        return unit.startsWith("the unit is ") ? "T" + unit.substring(1) : "";
    }

    private static Object constant(Scalar scalar, Class<?> type) throws Unreadable {
        SequencedMap<String, Enum<?>> words = Words.all(type);
        return Objects.requireNonNull(words.get(word(scalar, words.sequencedKeySet())));
    }

    /** One of some words; the environment's may be written in other letters. */
    static String word(Scalar scalar, Collection<String> words) throws Unreadable {
        boolean text = scalar.form() == Form.STRING || scalar.form() == Form.SUBSTITUTED;
        for (String word : words) {
            boolean same = scalar.form() == Form.SUBSTITUTED
                    ? word.equalsIgnoreCase(scalar.text())
                    : word.equals(scalar.text());
            if (text && same) {
                return word;
            }
        }
        throw new Unreadable(
                "expected one of " + String.join(", ", words) + ", got " + scalar.describe(),
                Nearest.to(scalar.text(), words)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse(""));
    }

    private static Object text(Scalar scalar, Class<?> type, Setting setting) throws Unreadable {
        boolean secret = type == Secret.class;
        if (scalar.form() != Form.STRING && scalar.form() != Form.SUBSTITUTED) {
            String got = secret ? "" : ", got " + scalar.describe();
            throw new Unreadable("expected a text" + got, "Put it in quotes.");
        }
        String text = scalar.text();
        if (text.isEmpty()) {
            throw new Unreadable("is empty", "Give a value or leave the key out.");
        }
        if (!setting.pattern().isEmpty() && !text.matches(setting.pattern())) {
            String remedy = scalar.looksLikeKey()
                    ? "A private key never stands in the configuration: store it with \"keys import\", or name its"
                            + " environment variable as env:NAME."
                    : "";
            throw new Unreadable("expected " + setting.form() + ", got " + scalar.describe(), remedy);
        }
        try {
            return converted(text, type);
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable(String.valueOf(malformed.getMessage()), "");
        }
    }

    private static Object converted(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        if (type == Path.class) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("Not a path: " + e.getMessage(), e);
            }
        }
        if (type == URI.class) {
            URI uri = URI.create(text);
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException("Not a URL with scheme and host: '" + text + "'");
            }
            return uri;
        }
        if (type == MarketId.class) {
            return MarketId.parse(text);
        }
        if (type == AccountId.class) {
            return new AccountId(text);
        }
        if (type == StrategyId.class) {
            return new StrategyId(text);
        }
        if (type == Secret.class) {
            return new Secret(text);
        }
        throw new IllegalStateException("No reader for " + type);
    }
}
