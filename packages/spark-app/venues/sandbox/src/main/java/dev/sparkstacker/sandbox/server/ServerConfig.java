package dev.sparkstacker.sandbox.server;

/**
 * How the server listens.
 *
 * @param bindAddress address to bind to, {@code 127.0.0.1} for this machine only
 * @param port port, 0 for any free one
 */
public record ServerConfig(String bindAddress, int port) {
    /** On loopback. */
    public static ServerConfig loopback(int port) {
        return new ServerConfig("127.0.0.1", port);
    }
}
