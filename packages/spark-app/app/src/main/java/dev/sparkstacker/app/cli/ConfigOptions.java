package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.ConfigLoader;
import dev.sparkstacker.app.config.ConfigRequest;
import dev.sparkstacker.app.config.ConfigRequest.Flag;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.source.DotEnv;
import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every command that reads the configuration. */
final class ConfigOptions {
    private static final Path SHIPPED = Path.of("packages", "shared", "config.json");
    private static final String DATA_DIR = "--data-dir";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file. Default: packages/shared/config.json of the product's folder.")
    private @Nullable Path config;

    @Option(names = DATA_DIR, paramLabel = "DIR", description = "Data folder. Default: dataDir of the configuration.")
    private @Nullable Path dataDir;

    /** Loads and checks, with more flags. @throws ConfigException if anything is wrong */
    EffectiveConfig load(Terminal terminal, List<Flag> more) {
        List<Flag> flags = new ArrayList<>(more);
        if (dataDir != null) {
            flags.add(Flag.of(DATA_DIR, "dataDir", dataDir.toAbsolutePath()));
        }
        return ConfigLoader.load(new ConfigRequest(file(terminal), terminal.home(), terminal.environment(), flags));
    }

    /** The arguments that lead another command to the same configuration. */
    List<String> again(Terminal terminal, List<Flag> more) {
        List<String> arguments =
                new ArrayList<>(List.of("--config", file(terminal).toString()));
        if (dataDir != null) {
            arguments.addAll(List.of(DATA_DIR, dataDir.toAbsolutePath().toString()));
        }
        for (Flag flag : more) {
            // One that sets several settings stands there once, with what was typed.
            if (!arguments.contains(flag.origin().flag())) {
                arguments.addAll(List.of(flag.origin().flag(), flag.text()));
            }
        }
        return arguments;
    }

    /**
     * The data folder alone. A broken configuration must not stand between a person and a running instance, so the
     * usual folder counts then.
     */
    Path dataDir(Terminal terminal) {
        if (dataDir != null) {
            return dataDir.toAbsolutePath();
        }
        try {
            return load(terminal, List.of()).dataDir();
        } catch (ConfigException broken) {
            Path usual = terminal.home().resolve("data");
            terminal.err().println("The configuration has errors (see \"config check\"); looking in " + usual + ".");
            return usual;
        }
    }

    /** The environment with {@code .env} beneath it. */
    static Map<String, String> environment(Terminal terminal) {
        return DotEnv.beneath(terminal.home().resolve(".env"), terminal.environment(), new ArrayList<>());
    }

    private Path file(Terminal terminal) {
        return config == null ? terminal.home().resolve(SHIPPED) : config.toAbsolutePath();
    }
}
