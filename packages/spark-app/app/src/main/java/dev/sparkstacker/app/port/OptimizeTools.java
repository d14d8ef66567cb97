package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import java.util.function.Supplier;

/** Searches for parameters. */
public interface OptimizeTools {
    /**
     * Searches, writes the folder and prints what may be believed of it. A search that was stopped goes on where it was.
     *
     * @param config reads the configuration; asked only where the strategy is named by its id
     * @throws CommandFailure if the request, the data or the folder do not allow it
     */
    ExitCode optimize(OptimizeRequest request, Supplier<EffectiveConfig> config, Terminal terminal);
}
