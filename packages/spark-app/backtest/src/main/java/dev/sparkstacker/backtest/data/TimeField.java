package dev.sparkstacker.backtest.data;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as files write them, to UTC milliseconds.
 *
 * <pre>
 *  1748623140000         milliseconds (13 digits); 10 digits are seconds, 16 microseconds
 *  2025-05-30T16:39:00Z  ISO 8601, with an offset or in UTC; a blank instead of the T; a date alone
 *  20250530 16:39        LEAN's hourly and daily files
 *  59940000              LEAN's minute files: milliseconds since midnight of the date in the file's name
 * </pre>
 */
final class TimeField {
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;
    private static final int MICROS_DIGITS = 16;
    private static final int DAY_DIGITS = 8;
    private static final long DAY_MS = 86_400_000;
    private static final Pattern NAMED_DATE = Pattern.compile("(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final DateTimeFormatter LEAN = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm", Locale.ROOT);

    private final long midnightMs;
    private final boolean sinceMidnight;

    private TimeField(long midnightMs, boolean sinceMidnight) {
        this.midnightMs = midnightMs;
        this.sinceMidnight = sinceMidnight;
    }

    /** For a file with a header: times are whole. */
    static TimeField absolute() {
        return new TimeField(0, false);
    }

    /** For a file without a header: small numbers count from midnight of the date in its name. */
    static TimeField ofNamed(Path file) {
        Matcher named = NAMED_DATE.matcher(Objects.toString(file.getFileName(), ""));
        if (!named.find()) {
            return absolute();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(named.group(1)),
                    Integer.parseInt(named.group(2)),
                    Integer.parseInt(named.group(3)));
            return new TimeField(date.toEpochDay() * DAY_MS, true);
        } catch (DateTimeException noDate) {
            return absolute();
        }
    }

    /** Reads a field. @throws DataException if it is no time */
    long read(CsvReader csv, int field) {
        if (csv.isWhole(field)) {
            return ofNumber(csv, field);
        }
        Long time = ofText(csv.text(field));
        if (time == null) {
            throw csv.wrong(
                    field,
                    "'" + csv.text(field)
                            + "' is no time; it may be UTC milliseconds (1748623140000) or ISO 8601 (2025-05-30T16:39:00Z)");
        }
        return time;
    }

    private long ofNumber(CsvReader csv, int field) {
        long value = csv.whole(field);
        int digits = csv.text(field).length();
        if (sinceMidnight && value < DAY_MS) {
            return midnightMs + value;
        }
        return switch (digits) {
            case SECONDS_DIGITS -> value * 1_000;
            case MILLIS_DIGITS -> value;
            case MICROS_DIGITS -> value / 1_000;
            default ->
                throw csv.wrong(
                        field,
                        "'" + value + "' is no time: UTC milliseconds have " + MILLIS_DIGITS + " digits, seconds "
                                + SECONDS_DIGITS + ", microseconds " + MICROS_DIGITS);
        };
    }

    private static @Nullable Long ofText(String text) {
        String iso = text.length() > DAY_DIGITS + 2 ? text.replaceFirst(" ", "T") : text;
        try {
            if (text.length() == "yyyyMMdd HH:mm".length() && text.charAt(DAY_DIGITS) == ' ') {
                return LocalDateTime.parse(text, LEAN).toInstant(ZoneOffset.UTC).toEpochMilli();
            }
            if (iso.endsWith("Z")) {
                return Instant.parse(iso).toEpochMilli();
            }
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).toEpochDay() * DAY_MS;
            }
            int clock = iso.indexOf('T');
            boolean offset = iso.indexOf('+', clock) > 0 || iso.indexOf('-', clock) > 0;
            return offset
                    ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
