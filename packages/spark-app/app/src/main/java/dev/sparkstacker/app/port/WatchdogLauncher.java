package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;

/** Watches a running instance from a process of its own. */
public interface WatchdogLauncher {
    /**
     * Watches until told to stop.
     *
     * @param ofRun whether {@code run} started it, so that it ends with an orderly stop of the instance
     * @throws CommandFailure if it cannot watch
     */
    ExitCode watch(EffectiveConfig config, boolean ofRun, Terminal terminal);
}
