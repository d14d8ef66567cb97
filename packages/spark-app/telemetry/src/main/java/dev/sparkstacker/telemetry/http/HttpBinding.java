package dev.sparkstacker.telemetry.http;

import dev.sparkstacker.telemetry.log.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param purpose what is served, for messages
 * @param host the address to bind; loopback unless the owner of the machine says otherwise
 * @param port the port, 0 for any free one
 * @param setting the configuration key that moves the port, for messages
 * @param token the bearer token that protected pages ask for, or null where only loopback may read them
 */
public record HttpBinding(
        String purpose,
        String host,
        int port,
        String setting,
        @Nullable Secret token) {
    /** Loopback, no token. */
    public static HttpBinding loopback(String purpose, int port, String setting) {
        return new HttpBinding(purpose, "127.0.0.1", port, setting, null);
    }

    InetSocketAddress address() {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "The address '" + host + "' for " + purpose + " is not known on this machine", unknown);
        }
    }
}
