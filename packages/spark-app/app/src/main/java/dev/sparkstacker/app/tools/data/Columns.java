package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.domain.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Finds columns by the names that exporters give them, and reads their values. */
final class Columns {
    private static final int MAX_TEXT = 40;
    private static final int MAX_WHOLE_DIGITS = 12;
    private static final long EARLIEST_MS = 1_230_768_000_000L;
    private static final long LATEST_MS = 4_102_444_800_000L;

    private final List<String> header;
    private long rounded;

    Columns(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Index of the first of these names that is there, or -1. */
    int find(String... names) {
        for (String name : names) {
            int index = header.indexOf(name);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    /** Number of columns. */
    int count() {
        return header.size();
    }

    String name(int column) {
        return header.get(column);
    }

    /** How many values had more decimals than the product keeps. */
    long rounded() {
        return rounded;
    }

    /** A price. @throws IllegalArgumentException if it is no positive number */
    long price(String[] fields, int column) {
        long value = number(fields, column);
        if (value == 0) {
            throw new IllegalArgumentException(name(column) + " is zero");
        }
        return value;
    }

    /** A size, zero or more. @throws IllegalArgumentException if it is no number */
    long number(String[] fields, int column) {
        String text = fields[column].strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name(column) + " is empty");
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (text.length() > MAX_TEXT || value.precision() - (long) value.scale() > MAX_WHOLE_DIGITS) {
                throw new IllegalArgumentException(name(column) + " is out of range: " + text);
            }
            if (value.signum() < 0) {
                throw new IllegalArgumentException(name(column) + " is negative: " + text);
            }
            if (value.stripTrailingZeros().scale() > FixedPoint.DECIMALS) {
                rounded++;
            }
            return FixedPoint.fromBigDecimal(value, RoundingMode.HALF_EVEN);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(name(column) + " is no number: \"" + text + "\"", noNumber);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(name(column) + " is out of range: " + text, tooLarge);
        }
    }

    /**
     * A time in milliseconds. The unit is told by the column's name, {@code _us}, {@code _ns}, {@code _s}, or by the
     * size of the value.
     *
     * @throws IllegalArgumentException if it lies in no year from 2009 to 2099
     */
    long timeMs(String[] fields, int column) {
        String text = fields[column].strip();
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    name(column) + " is no whole number of milliseconds since 1970: \"" + text + "\"", noNumber);
        }
        long ms = millis(name(column), value);
        if (ms < EARLIEST_MS || ms >= LATEST_MS) {
            throw new IllegalArgumentException(name(column) + " lies in no year from 2009 to 2099: " + text);
        }
        return ms;
    }

    private static long millis(String name, long value) {
        if (name.endsWith("_ms")) {
            return value;
        }
        if (name.endsWith("_us")) {
            return Math.floorDiv(value, 1_000);
        }
        if (name.endsWith("_ns")) {
            return Math.floorDiv(value, 1_000_000);
        }
        if (value < EARLIEST_MS / 10) {
            return value * 1_000;
        }
        if (value >= LATEST_MS * 100_000) {
            return value / 1_000_000;
        }
        return value >= LATEST_MS * 100 ? value / 1_000 : value;
    }
}
