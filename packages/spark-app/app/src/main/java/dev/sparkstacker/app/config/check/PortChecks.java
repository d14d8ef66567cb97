package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.PortsSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports are distinct and not open by accident. */
final class PortChecks {
    private PortChecks() {}

    static void run(Scope scope) {
        PortsSettings ports = scope.config().ports();
        Map<Integer, String> taken = new LinkedHashMap<>();
        check(scope, taken, "ports.health", ports.health());
        check(scope, taken, "ports.metrics", ports.metrics());
        check(scope, taken, "ports.sandbox", ports.sandbox());
        boolean loopback = ports.bindAddress().matches("127\\..*|::1|\\[::1]|localhost");
        if (!loopback && scope.config().telemetry().metricsToken() == null) {
            scope.error(
                    "ports.bindAddress",
                    ports.bindAddress() + " opens /metrics to the network without authentication",
                    "Bind to 127.0.0.1, or set telemetry.metricsToken, such as \"${METRICS_TOKEN}\".");
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
