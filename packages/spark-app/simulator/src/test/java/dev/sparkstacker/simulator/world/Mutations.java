package dev.sparkstacker.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hostile or broken venue may make of its own bytes: cut, flipped, repeated and inserted bytes, other types, keys twice,
 * numbers that are none, depth, length, names nobody knows.
 */
final class Mutations {
    private static final Pattern STRING = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])-?\\d+(\\.\\d+)?(?=[,}\\]])");
    private static final Pattern MEMBER = Pattern.compile("\"[A-Za-z]+\":(\"[^\"\\\\]*\"|-?\\d+|true|false|null)");
    private static final List<String> OTHER_VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "\"x\"",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e999",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1e999\"",
            "\"-0\"",
            "\"0x10\"",
            "\"1.2.3\"",
            "9223372036854775808",
            "\"1e-400\"",
            "\"+1\"",
            "\"１\"",
            "\" 1\"",
            "\"1,0\"",
            "-9223372036854775808",
            "1.5",
            "\"99999999999999999999999.1\"",
            "\"\\u0000\"");
    private static final int LONG = 10 * 1024 * 1024;
    private static final int DEEP = 20_000;

    private final SplittableRandom random;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Spoils a text once, or a few times. */
    String spoil(String text) {
        String spoilt = once(text);
        while (random.nextInt(4) == 0 && spoilt.length() < LONG / 2) {
            spoilt = once(spoilt);
        }
        return spoilt;
    }

    private String once(String text) {
        return switch (random.nextInt(16)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1, 2 -> bytes(text);
            case 3 -> without(text);
            case 4 -> twice(text);
            case 5, 6, 7 -> replaced(text, STRING, OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size())));
            case 8, 9 -> replaced(text, NUMBER, OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size())));
            case 10, 11 -> repeatedKey(text);
            case 12 -> replaced(text, STRING, "\"" + word() + "\"");
            case 13 -> replaced(text, NUMBER, digits());
            case 14 -> insert(text, noise());
            default -> rare(text);
        };
    }

    private String rare(String text) {
        return switch (random.nextInt(40)) {
            case 0 -> replaced(text, STRING, "\"" + "9".repeat(LONG) + "\"");
            case 1 -> text + " ".repeat(LONG);
            case 2 -> replaced(text, NUMBER, "[".repeat(DEEP));
            case 3 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 4 -> "{\"channel\":".repeat(DEEP);
            case 5 -> "";
            case 6 -> "null";
            default -> replaced(text, STRING, "\"" + (char) (0xD800 + random.nextInt(0x800)) + "\"");
        };
    }

    /** Some bytes become others; what is no UTF-8 any more is read as the network's client reads it. */
    private String bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(3) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String without(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(20));
        return text.substring(0, from) + text.substring(to);
    }

    private String twice(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(60));
        return text.substring(0, to) + text.substring(from);
    }

    private String insert(String text, String what) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }

    private String replaced(String text, Pattern what, String by) {
        Matcher found = what.matcher(text);
        int count = 0;
        while (found.find()) {
            count++;
        }
        if (count == 0) {
            return insert(text, by);
        }
        int chosen = random.nextInt(count);
        found.reset();
        for (int i = 0; i <= chosen; i++) {
            boolean _ = found.find();
        }
        return text.substring(0, found.start()) + by + text.substring(found.end());
    }

    /** A member comes again, right behind itself, with its own or another value. */
    private String repeatedKey(String text) {
        Matcher found = MEMBER.matcher(text);
        int count = 0;
        while (found.find()) {
            count++;
        }
        if (count == 0) {
            return twice(text);
        }
        int chosen = random.nextInt(count);
        found.reset();
        for (int i = 0; i <= chosen; i++) {
            boolean _ = found.find();
        }
        String member = found.group();
        String key = member.substring(0, member.indexOf(':') + 1);
        String again = random.nextBoolean() ? member : key + OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()));
        return text.substring(0, found.end()) + "," + again + text.substring(found.end());
    }

    private String word() {
        String[] words = {
            "C", "wat", "b", "Long", "1m ", "ETH-PERP", "BTC", "Alo", "filled", "resting", "open", "trades"
        };
        return words[random.nextInt(words.length)];
    }

    private String digits() {
        return String.valueOf(random.nextLong() >> random.nextInt(63));
    }

    private String noise() {
        String[] noises = {",", "}", "]", "{", "[", ":", "\"", "\\", "\u0000", "\u2028", "\uFFFD", "'", "//", "/* */"};
        return noises[random.nextInt(noises.length)];
    }
}
