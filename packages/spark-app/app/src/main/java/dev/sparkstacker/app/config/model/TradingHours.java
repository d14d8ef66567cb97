package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.config.TradingWindow;
import java.util.List;

/** Reads {@code Mon-Fri 08:00-16:30}. */
public final class TradingHours {
    static final String PATTERN = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?"
            + " ([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private TradingHours() {}

    /** The window that a text of the pattern names. */
    public static TradingWindow window(String text) {
        String[] parts = text.split(" ", -1);
        String[] days = parts[0].split("-", -1);
        String[] hours = parts[1].split("-", -1);
        int first = DAYS.indexOf(days[0]) + 1;
        int last = days.length == 1 ? first : DAYS.indexOf(days[1]) + 1;
        return new TradingWindow(first, last, minute(hours[0]), minute(hours[1]));
    }

    private static int minute(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }
}
