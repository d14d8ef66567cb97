package dev.sparkstacker.sandbox.persist;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The paper venue's state cannot be read or written; the message says where and what helps. */
public final class StateException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    public StateException(String message) {
        super(message, new IOException(message));
    }

    public StateException(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }
}
