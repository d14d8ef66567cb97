package dev.sparkstacker.telemetry.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what is sent to a path by POST. */
@FunctionalInterface
public interface Inbox {
    /** Makes the answer. @throws IOException if it cannot be made; the client gets status 500 */
    Page.Answer take(Letter letter) throws IOException;

    /**
     * What was sent.
     *
     * @param authorization the header of that name, or null without one
     * @param body the body, within the limit of its path
     * @param remote who sent it
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Letter(@Nullable String authorization, byte[] body, String remote) {
        /** Neither the header nor the body: either may hold a secret. */
        @Override
        public String toString() {
            return body.length + " bytes from " + remote;
        }
    }
}
