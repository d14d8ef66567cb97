package dev.sparkstacker.sandbox.server;

/**
 * How the server listens.
 *
 * @param bindAddress address to bind to, {@code 127.0.0.1} for this machine only
 * @param port port, 0 for any free one
 * @param limits what one client address may do
 */
public record ServerConfig(String bindAddress, int port, VenueLimits limits) {
    /** On loopback with the venue's limits. */
    public static ServerConfig loopback(int port) {
        return new ServerConfig("127.0.0.1", port, VenueLimits.venue());
    }

    /** The same with other limits. */
    public ServerConfig withLimits(VenueLimits value) {
        return new ServerConfig(bindAddress, port, value);
    }
}
