package dev.sparkstacker.app.config.model;

import org.jspecify.annotations.Nullable;

/** Where the process listens. Port 0 means any free port. */
public record PortsSettings(
        @Setting(
                value = "The address the ports bind to. Anything but loopback opens them to the network.",
                byDefault = "127.0.0.1")
        String bindAddress,

        @Setting(value = "Port of /health.", byDefault = "8080", min = "0", max = "65535", env = "HEALTH_PORT")
        int health,

        @Setting(value = "Port of /metrics.", byDefault = "9090", min = "0", max = "65535", env = "METRICS_PORT")
        int metrics,

        @Setting(value = "Port of the sandbox in paper mode.", byDefault = "0", min = "0", max = "65535")
        int sandbox,

        @Setting(
                value = "Port of the sandbox's side channel, on loopback only: faults, maintenance, money, stepping."
                        + " Without it there is none.",
                min = "0",
                max = "65535",
                inHash = false)
        @Nullable
        Integer sandboxControl) {}
