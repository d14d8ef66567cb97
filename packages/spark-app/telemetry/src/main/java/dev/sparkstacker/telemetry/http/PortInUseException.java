package dev.sparkstacker.telemetry.http;

import java.io.IOException;

/** A port could not be bound. The message names the port and the setting that moves it. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(HttpBinding binding, IOException cause) {
        super(
                "Port " + binding.port() + " on " + binding.host() + " cannot be used for " + binding.purpose() + " ("
                        + cause.getMessage() + "). Stop the program that holds it, or set " + binding.setting()
                        + " to a free port.",
                cause);
    }
}
