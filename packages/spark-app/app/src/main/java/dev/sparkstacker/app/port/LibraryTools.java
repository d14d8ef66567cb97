package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Path;
import java.util.List;

/** The library of market data that a person keeps. */
public interface LibraryTools {
    /** Lists what is in it. @throws CommandFailure if it cannot be read */
    ExitCode list(Path library, Terminal terminal);

    /**
     * Checks a file of bars for gaps and outliers.
     *
     * @return {@link ExitCode#FOUND} if there is something to look at
     * @throws CommandFailure if the file cannot be used at all
     */
    ExitCode check(Path file, Terminal terminal);

    /** Adds a file of bars. @throws CommandFailure if the file cannot be used or the library not be written */
    ExitCode add(Path file, MarketId market, Path library, Terminal terminal);

    /**
     * Fetches what the venue still has: bars, funding rates and rules.
     *
     * @throws CommandFailure if the venue cannot be asked or the library not be written
     */
    ExitCode fetch(
            EffectiveConfig config, List<MarketId> markets, List<Interval> intervals, Path library, Terminal terminal);
}
