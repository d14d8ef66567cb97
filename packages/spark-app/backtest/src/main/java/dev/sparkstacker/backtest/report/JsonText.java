package dev.sparkstacker.backtest.report;

/**
 * JSON that may stand inside a script element: no character of it can end the element, begin another, or break a line of
 * script, whatever its texts hold.
 */
final class JsonText {
    private static final int DECIMALS = 8;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(1 << 20);
    private boolean first = true;

    JsonText openObject() {
        comma();
        out.append('{');
        first = true;
        return this;
    }

    JsonText closeObject() {
        out.append('}');
        first = false;
        return this;
    }

    JsonText openArray() {
        comma();
        out.append('[');
        first = true;
        return this;
    }

    JsonText closeArray() {
        out.append(']');
        first = false;
        return this;
    }

    JsonText name(String name) {
        text(name);
        out.append(':');
        first = true;
        return this;
    }

    JsonText number(long value) {
        comma();
        out.append(value);
        return this;
    }

    /** An exact decimal from units of 10<sup>-8</sup>, without trailing zeros. */
    JsonText e8(long value) {
        comma();
        if (value == Long.MIN_VALUE) {
            out.append("-92233720368.54775808");
            return this;
        }
        if (value < 0) {
            out.append('-');
        }
        long positive = Math.abs(value);
        long whole = positive / 100_000_000;
        long part = positive % 100_000_000;
        out.append(whole);
        if (part != 0) {
            String digits = Long.toString(part + 100_000_000).substring(1);
            int end = DECIMALS;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(digits, 0, end);
        }
        return this;
    }

    /** To seven digits, which is finer than any screen; what is no number is null. */
    JsonText rounded(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return nothing();
        }
        comma();
        float shown = (float) value;
        if (shown == Math.rint(shown) && Math.abs(shown) < 1e7) {
            out.append((long) shown);
        } else {
            out.append(shown);
        }
        return this;
    }

    JsonText nothing() {
        comma();
        out.append("null");
        return this;
    }

    JsonText text(String text) {
        comma();
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean plain = character >= ' '
                    && character < 0x7f
                    && character != '"'
                    && character != '\\'
                    && character != '<'
                    && character != '>'
                    && character != '&';
            if (plain) {
                out.append(character);
            } else {
                out.append("\\u")
                        .append(HEX[character >> 12])
                        .append(HEX[character >> 8 & 15])
                        .append(HEX[character >> 4 & 15])
                        .append(HEX[character & 15]);
            }
        }
        out.append('"');
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
