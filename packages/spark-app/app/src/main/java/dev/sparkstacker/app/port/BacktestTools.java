package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs over recorded data, and what is made of their files. */
public interface BacktestTools {
    /**
     * Runs a backtest, writes its folder and prints its summary.
     *
     * @param config reads the configuration; asked only where the strategy is named by its id
     * @throws CommandFailure if the request, the data or the folder do not allow it; then nothing was written
     */
    ExitCode backtest(BacktestRequest request, Supplier<EffectiveConfig> config, Terminal terminal);

    /**
     * Prints runs side by side.
     *
     * @param html where it is written as HTML besides, or null for nowhere
     * @throws CommandFailure if a folder holds no run
     */
    ExitCode compare(List<Path> folders, @Nullable Path html, Terminal terminal);

    /**
     * Prints a backtest beside what was really traded, trade by trade.
     *
     * @param folder of the backtest
     * @param dataDir of the paper or live run
     * @param strategy which of its strategies, or null for the only one
     * @param csv where every pair of trades is written besides, or null for nowhere
     * @throws CommandFailure if either holds nothing to compare
     */
    ExitCode compareWithTraded(
            Path folder, Path dataDir, @Nullable String strategy, @Nullable Path csv, Terminal terminal);
}
