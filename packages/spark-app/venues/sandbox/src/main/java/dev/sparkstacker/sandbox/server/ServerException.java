package dev.sparkstacker.sandbox.server;

import java.io.Serial;

/** The server cannot listen; the message says where and what would help. */
public final class ServerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
