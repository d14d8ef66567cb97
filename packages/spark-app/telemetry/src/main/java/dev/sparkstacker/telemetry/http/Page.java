package dev.sparkstacker.telemetry.http;

import java.io.IOException;

/** Makes the answer to a GET request. */
@FunctionalInterface
public interface Page {
    /** Makes the answer. @throws IOException if it cannot be made; the client gets status 500 */
    Answer get() throws IOException;

    /**
     * One answer.
     *
     * @param status HTTP status
     * @param contentType media type
     * @param body its text
     */
    record Answer(int status, String contentType, String body) {}
}
