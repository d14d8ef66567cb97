package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.PortsSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports are distinct and not open by accident. */
final class PortChecks {
    private static final String ADDRESS = "ports.bindAddress";

    private PortChecks() {}

    static void run(Scope scope) {
        PortsSettings ports = scope.config().ports();
        Map<Integer, String> taken = new LinkedHashMap<>();
        check(scope, taken, "ports.health", ports.health());
        check(scope, taken, "ports.metrics", ports.metrics());
        check(scope, taken, "ports.sandbox", ports.sandbox());
        address(scope, ports.bindAddress());
        boolean loopback = ports.bindAddress().matches("127\\..*|::1|\\[::1]|localhost");
        if (!loopback && scope.config().telemetry().metricsToken() == null) {
            scope.error(
                    ADDRESS,
                    ports.bindAddress() + " opens /metrics to the network without authentication",
                    "Bind to 127.0.0.1, or set telemetry.metricsToken, such as \"${METRICS_TOKEN}\".");
        }
    }

    /** A name would be looked up, and where it leads may change; an address says where the ports open. */
    private static void address(Scope scope, String text) {
        if (text.equals("localhost")) {
            return;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                scope.error(
                        ADDRESS,
                        text + " is no address of this machine",
                        "Bind to 127.0.0.1, to 0.0.0.0 for all of its addresses, or to one of them.");
            }
        } catch (IllegalArgumentException noAddress) {
            scope.error(ADDRESS, "'" + text + "' is no IP address", "Bind to 127.0.0.1, or to 0.0.0.0.");
        } catch (SocketException unknown) {
            scope.error(ADDRESS, text + " cannot be looked up: " + unknown.getMessage(), "Bind to 127.0.0.1.");
        }
    }

    private static void check(Scope scope, Map<Integer, String> taken, String path, int port) {
        if (port == 0) {
            return;
        }
        String other = taken.putIfAbsent(port, path);
        if (other != null) {
            scope.error(path, "port " + port + " is already " + other, "Choose another port, or 0 for any free one.");
        }
    }
}
