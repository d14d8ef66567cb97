package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.ConfigRequest.Flag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that choose the sandbox's market; each sets the setting of the configuration it names. */
final class MarketOptions {
    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Run the sandbox's clock N times faster than the wall's; 1 is real time. (paper.speed)")
    private @Nullable String speed;

    @Option(
            names = "--feed",
            paramLabel = "KIND",
            description = "Source of prices: generator (synthetic), file, hyperliquid (public feed). (paper.feed)")
    private @Nullable String feed;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Replay a recorded market: CSV bars, trades with best bid and offer, own recordings."
                    + " (paper.dataFile)")
    private @Nullable Path data;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the generator. (paper.seed)")
    private @Nullable String seed;

    @Option(
            names = "--sandbox-port",
            paramLabel = "PORT",
            description = "Port of the sandbox, 0 for any free one. (ports.sandbox)")
    private @Nullable String port;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            description = "Port of the sandbox's side channel on this machine, 0 for any free one; without it there is"
                    + " none. (ports.sandboxControl)")
    private @Nullable String controlPort;

    List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        add(flags, "--feed", "paper.feed", feed);
        if (data != null) {
            flags.add(Flag.of("--data", "paper.dataFile", data.toAbsolutePath()));
            if (feed == null) {
                flags.add(Flag.of("--data", "paper.feed", "file"));
            }
        }
        if ("hyperliquid".equals(feed) && speed == null) {
            flags.add(Flag.of("--feed", "paper.speed", "1"));
        }
        add(flags, "--speed", "paper.speed", speed);
        add(flags, "--seed", "paper.seed", seed);
        add(flags, "--sandbox-port", "ports.sandbox", port);
        add(flags, "--control-port", "ports.sandboxControl", controlPort);
        return flags;
    }

    static void add(List<Flag> flags, String name, String path, @Nullable String value) {
        if (value != null) {
            flags.add(Flag.of(name, path, value));
        }
    }
}
