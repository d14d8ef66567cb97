package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;

/** Runs the sandbox alone, for other clients; its port is {@code ports.sandbox}. */
public interface SandboxLauncher {
    /** Serves until told to stop. @throws CommandFailure if it cannot start */
    ExitCode serve(EffectiveConfig config, Terminal terminal);
}
