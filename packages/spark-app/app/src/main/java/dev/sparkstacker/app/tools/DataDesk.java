package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataTools;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.data.FeedRecorder;
import dev.sparkstacker.app.tools.data.FileImport;
import dev.sparkstacker.app.tools.data.MarketStream;
import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes recordings of markets. */
public final class DataDesk implements DataTools {
    private final MarketStream.Opener streams;
    private final Consumer<Runnable> onStop;
    private final List<MarketId> known;

    /**
     * Takes what it needs of its surroundings.
     *
     * @param streams connects to the public feed
     * @param onStop registers what is done when a person asks the process to stop
     * @param known the markets that a recording can be replayed for
     */
    public DataDesk(MarketStream.Opener streams, Consumer<Runnable> onStop, List<MarketId> known) {
        this.streams = streams;
        this.onStop = onStop;
        this.known = List.copyOf(known);
    }

    @Override
    public ExitCode importFile(Path source, MarketId market, Path target, Terminal terminal) {
        if (!known.contains(market)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The sandbox has no market " + market + ", so a recording of it could not be replayed. It has "
                            + known + ".");
        }
        MarketTable.bundled()
                .ofFile(source)
                .filter(named -> !named.equals(market))
                .ifPresent(named -> {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            source + " is of " + named + " by its name, not of " + market
                                    + ". Choose another market, or rename the file.");
                });
        return new FileImport(source, market, target, terminal).run();
    }

    @Override
    public ExitCode record(
            EffectiveConfig config, List<MarketId> markets, Path target, @Nullable Duration runFor, Terminal terminal) {
        FeedRecorder recorder = new FeedRecorder(streams.open(config, markets), target, terminal);
        onStop.accept(recorder::stop);
        return recorder.run(markets, runFor);
    }
}
