package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts trading and returns when it has ended. */
public interface RuntimeLauncher {
    /**
     * Runs until told to stop.
     *
     * @return {@link ExitCode#OK} after an orderly stop
     * @throws CommandFailure if it cannot start
     */
    ExitCode run(EffectiveConfig config, Options options, Terminal terminal);

    /**
     * What the command line says beyond the configuration.
     *
     * @param confirmLive whether live trading is confirmed without a question
     * @param runFor machine time after which it stops in an orderly way, or null to run until told to stop
     * @param summary whether to show the live summary
     * @param configuration the arguments that lead another command to the same configuration
     */
    record Options(boolean confirmLive, @Nullable Duration runFor, boolean summary, List<String> configuration) {
        public Options {
            configuration = List.copyOf(configuration);
        }

        /** Of a configuration that nothing on the command line changes. */
        public Options(boolean confirmLive, @Nullable Duration runFor, boolean summary) {
            this(confirmLive, runFor, summary, List.of());
        }
    }
}
