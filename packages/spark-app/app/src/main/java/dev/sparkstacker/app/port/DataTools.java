package dev.sparkstacker.app.port;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market data files. */
public interface DataTools {
    /** Converts a file to the product's own format. @throws CommandFailure if it cannot be read or written */
    ExitCode importFile(Path source, MarketId market, Path target, Terminal terminal);

    /**
     * Records the public feed.
     *
     * @param runFor machine time after which it ends, or null to record until told to stop
     * @throws CommandFailure if the feed cannot be reached or the file not be written
     */
    ExitCode record(
            EffectiveConfig config, List<MarketId> markets, Path target, @Nullable Duration runFor, Terminal terminal);
}
