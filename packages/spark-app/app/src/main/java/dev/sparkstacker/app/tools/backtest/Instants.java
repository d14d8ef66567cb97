package dev.sparkstacker.app.tools.backtest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as a person writes them: a date, or a date and time, in UTC unless an offset is given. */
final class Instants {
    private Instants() {}

    /** UTC milliseconds, or null for nothing. @throws dev.sparkstacker.app.port.CommandFailure if it is no time */
    static @Nullable Long parse(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            }
            int clock = text.indexOf('T');
            boolean offset = text.endsWith("Z") || text.indexOf('+', clock) > 0 || text.indexOf('-', clock) > 0;
            return offset
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException noTime) {
            throw SettingsReader.usage(
                    option + " is '" + text + "'; it takes a date or a time such as 2025-06-01 or 2025-06-01T12:00.");
        }
    }
}
