package dev.sparkstacker.backtest.data;

import dev.sparkstacker.domain.FixedPoint;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Rows of comma-separated text, read in place: a field costs nothing until it is asked for, and knows its line and
 * column when it is wrong.
 *
 * <pre>
 *  buffer: ...12,3.5,4\n17,3.6,4\n...
 *                       ^start  ^  ^end      starts[]: where the fields of the current row begin
 * </pre>
 */
final class CsvReader implements Closeable {
    private static final int FIRST_BYTES = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_FIELDS = 64;
    private static final int MOST_DIGITS = 18;

    private final Path file;
    private final HashedInput input;
    private final int[] starts = new int[MOST_FIELDS + 1];
    private byte[] buffer = new byte[FIRST_BYTES];
    private int next;
    private int filled;
    private boolean inputEnded;
    private int rowStart;
    private int fields;
    private long line;

    private CsvReader(Path file, HashedInput input) {
        this.file = file;
        this.input = input;
    }

    /** Opens a file. @throws DataException if it cannot be read or is empty */
    static CsvReader open(Path file) {
        try {
            return new CsvReader(file, HashedInput.open(file));
        } catch (IOException refused) {
            throw new DataException(file, "cannot be read: " + refused.getMessage());
        }
    }

    /** Goes on to the next row. Returns whether there is one; lines of nothing at the end are none. */
    boolean nextRow() {
        int end = findLineEnd();
        if (end < 0) {
            return false;
        }
        line++;
        rowStart = next;
        next = Math.min(end + 1, filled);
        int textEnd = end > rowStart && buffer[end - 1] == '\r' ? end - 1 : end;
        if (textEnd == rowStart) {
            expectNothingMore();
            return false;
        }
        split(textEnd);
        return true;
    }

    private void split(int textEnd) {
        fields = 0;
        starts[0] = rowStart;
        for (int i = rowStart; i < textEnd; i++) {
            if (buffer[i] == ',') {
                if (fields + 1 == MOST_FIELDS) {
                    throw new DataException(file, line, "more than " + MOST_FIELDS + " fields in a row");
                }
                starts[++fields] = i + 1;
            }
        }
        starts[++fields] = textEnd + 1;
    }

    private void expectNothingMore() {
        long emptyLine = line;
        for (int end = findLineEnd(); end >= 0; end = findLineEnd()) {
            line++;
            boolean nothing = end == next || (end == next + 1 && buffer[next] == '\r');
            if (!nothing) {
                throw new DataException(file, emptyLine, 1, "an empty line between rows");
            }
            next = Math.min(end + 1, filled);
        }
    }

    /** Index of the byte behind the line's last, or -1 at the end of the file. */
    private int findLineEnd() {
        int from = next;
        while (true) {
            for (int i = from; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            if (inputEnded) {
                return next < filled ? filled : -1;
            }
            from = filled - next;
            fill();
            from += next;
        }
    }

    /** Moves what is left to the front and reads on behind it. */
    private void fill() {
        int left = filled - next;
        if (left >= LONGEST_LINE) {
            throw new DataException(file, line + 1, "a line longer than " + LONGEST_LINE + " bytes; this is no CSV");
        }
        byte[] target = left > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, next, target, 0, left);
        buffer = target;
        next = 0;
        filled = left;
        try {
            int read = input.read(buffer, filled, buffer.length - filled);
            inputEnded = read < 0;
            filled += Math.max(0, read);
        } catch (EOFException | ZipException cutOff) {
            throw new DataException(
                    file,
                    line + 1,
                    "the gzip stream ends or is damaged here (" + cutOff.getMessage()
                            + "); the file was cut off: fetch it again");
        } catch (IOException refused) {
            throw new DataException(file, line + 1, "cannot be read further: " + refused.getMessage());
        }
    }

    /** Line of the current row, from 1. */
    long line() {
        return line;
    }

    int fields() {
        return fields;
    }

    /** A field's text without surrounding blanks. */
    String text(int field) {
        return new String(buffer, starts[field], length(field), StandardCharsets.UTF_8).strip();
    }

    private int length(int field) {
        return starts[field + 1] - 1 - starts[field];
    }

    /** Whether a field is digits only. */
    boolean isWhole(int field) {
        int end = starts[field] + length(field);
        for (int i = starts[field]; i < end; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return false;
            }
        }
        return length(field) > 0;
    }

    /** A whole number. @throws DataException if it is none */
    long whole(int field) {
        if (!isWhole(field) || length(field) > MOST_DIGITS) {
            throw wrong(field, "'" + text(field) + "' is no whole number");
        }
        long value = 0;
        int end = starts[field] + length(field);
        for (int i = starts[field]; i < end; i++) {
            value = value * 10 + (buffer[i] - '0');
        }
        return value;
    }

    /** A decimal in units of 10<sup>-8</sup>; further digits are rounded half even. @throws DataException if it is none */
    long e8(int field) {
        long value = 0;
        int decimals = -1;
        int from = starts[field];
        int end = from + length(field);
        if (end - from > MOST_DIGITS || end == from) {
            return slowE8(field);
        }
        for (int i = from; i < end; i++) {
            byte character = buffer[i];
            if (character >= '0' && character <= '9') {
                value = value * 10 + (character - '0');
                decimals += decimals < 0 ? 0 : 1;
            } else if (character == '.' && decimals < 0 && i > from && i + 1 < end) {
                decimals = 0;
            } else {
                return slowE8(field);
            }
        }
        int missing = FixedPoint.DECIMALS - Math.max(0, decimals);
        if (missing < 0 || value > Long.MAX_VALUE / FixedPoint.powerOfTen(missing)) {
            return slowE8(field);
        }
        return value * FixedPoint.powerOfTen(missing);
    }

    private long slowE8(int field) {
        String text = text(field);
        try {
            return FixedPoint.fromBigDecimal(new BigDecimal(text), RoundingMode.HALF_EVEN);
        } catch (NumberFormatException noNumber) {
            throw wrong(field, text.isEmpty() ? "a number is missing" : "'" + text + "' is no number");
        } catch (ArithmeticException tooLarge) {
            throw wrong(field, "'" + text + "' is too large");
        }
    }

    /** What is wrong with a field of the current row. */
    DataException wrong(int field, String problem) {
        return new DataException(file, line, starts[field] - rowStart + 1, problem);
    }

    /** What is wrong with the current row. */
    DataException wrongRow(String problem) {
        return new DataException(file, line, problem);
    }

    /** The current row's fields, for messages. */
    String row() {
        return new String(Arrays.copyOfRange(buffer, starts[0], starts[fields] - 1), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the whole file. */
    String sha256() {
        try {
            return input.sha256Hex();
        } catch (IOException refused) {
            throw new DataException(file, "cannot be read to its end: " + refused.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException refused) {
            throw new DataException(file, "cannot be closed: " + refused.getMessage());
        }
    }
}
