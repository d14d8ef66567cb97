package dev.sparkstacker.telemetry.log;

import java.util.Locale;

/** What a line is about; each has a folder of its own. */
public enum Category {
    TRADING,
    STRATEGY,
    RISK,
    CONNECTOR,
    SYSTEM,
    PERFORMANCE,
    SECURITY,
    /** Lines of libraries. */
    APP;

    /** Its name in lines and folders. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
