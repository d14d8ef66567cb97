package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.ConfigRequest.Flag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of a run that set settings; {@code config check} takes the same, so that it judges that very run. */
final class RunFlags {
    @Mixin
    private MarketOptions market = new MarketOptions();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "paper or live. DRY_RUN=true in the environment always means paper. (mode)")
    private @Nullable String mode;

    @Option(names = "--health-port", paramLabel = "PORT", description = "Port of /health. (ports.health)")
    private @Nullable String healthPort;

    @Option(names = "--metrics-port", paramLabel = "PORT", description = "Port of /metrics. (ports.metrics)")
    private @Nullable String metricsPort;

    List<Flag> flags() {
        List<Flag> flags = new ArrayList<>(market.flags());
        MarketOptions.add(flags, "--mode", "mode", mode);
        MarketOptions.add(flags, "--health-port", "ports.health", healthPort);
        MarketOptions.add(flags, "--metrics-port", "ports.metrics", metricsPort);
        return flags;
    }
}
