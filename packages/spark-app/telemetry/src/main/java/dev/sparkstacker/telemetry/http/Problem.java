package dev.sparkstacker.telemetry.http;

import dev.sparkstacker.telemetry.log.Json;
import java.util.Locale;

/** Says what went wrong with a request, as {@code application/problem+json} (RFC 9457). */
public final class Problem {
    private static final String CONTENT_TYPE = "application/problem+json";

    private Problem() {}

    /**
     * A problem.
     *
     * @param reason its kind in one word, the same whenever the same thing is wrong
     * @param detail what is wrong this time and what would be right
     */
    public static Page.Answer of(int status, String reason, String detail) {
        String body = new Json()
                .open()
                .field("type", "urn:spark-stacker:problem:" + reason)
                .field("title", title(reason))
                .field("status", status)
                .field("reason", reason)
                .field("detail", detail)
                .close()
                .text();
        return new Page.Answer(status, CONTENT_TYPE, body + "\n");
    }

    private static String title(String reason) {
        String words = reason.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
