package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.io.Serial;

/** Why a frame was given up; stays inside this package and has no stack trace, so that hostile frames cost little. */
final class BadFrame extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BadFrame(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
