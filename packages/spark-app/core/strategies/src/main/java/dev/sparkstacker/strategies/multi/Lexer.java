package dev.sparkstacker.strategies.multi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into words, numbers and signs. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>\\d++(\\.\\d++)?+)(?![A-Za-z])|(?<word>[A-Za-z][A-Za-z-]*|\\d+[A-Za-z]+)|(?<sign><=|>=|[<>(),.@-])");

    /** What a token is. */
    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /**
     * A token.
     *
     * @param column where it begins, counted from 1
     */
    record Token(Kind kind, String text, int column) {
        boolean is(String expected) {
            return text.equalsIgnoreCase(expected);
        }
    }

    private Lexer() {}

    /** @throws IllegalArgumentException at a character that begins no token */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("'" + text.charAt(at) + "' at column " + (at + 1) + " of \"" + text
                        + "\" is nothing that can be written here");
            }
            tokens.add(new Token(kind(matcher), matcher.group(), at + 1));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
    }
}
