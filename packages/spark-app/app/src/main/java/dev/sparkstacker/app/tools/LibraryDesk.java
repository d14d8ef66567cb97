package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.LibraryTools;
import dev.sparkstacker.app.tools.data.History;
import dev.sparkstacker.app.tools.data.HistoryFetch;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.data.DataFiles;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.library.BarCheck;
import dev.sparkstacker.backtest.library.BarFileReader;
import dev.sparkstacker.backtest.library.DataLibrary;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lists, checks and fills the library of market data. */
public final class LibraryDesk implements LibraryTools {
    private static final int SHOWN = 20;

    private final Function<EffectiveConfig, History> histories;

    /** @param histories opens the venue's memory */
    public LibraryDesk(Function<EffectiveConfig, History> histories) {
        this.histories = histories;
    }

    @Override
    public ExitCode list(Path library, Terminal terminal) {
        List<DataLibrary.Entry> entries = onDisk(library, () -> new DataLibrary(library).list());
        if (entries.isEmpty()) {
            terminal.out()
                    .println("Nothing is kept in " + library
                            + ". \"data fetch ETH-USD\" fetches what the venue still has, \"data add\" takes a file.");
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        for (DataLibrary.Entry entry : entries) {
            BarColumns bars = entry.content().bars();
            rows.add(List.of(
                    entry.content().market().toString(),
                    entry.content().interval().code(),
                    Integer.toString(bars.size()),
                    bars.size() == 0 ? "" : time(bars.openTimeMs(0)),
                    bars.size() == 0 ? "" : time(bars.openTimeMs(bars.size() - 1)),
                    Long.toString(entry.check().missing()),
                    Integer.toString(entry.check().outliers().size()),
                    Long.toString(entry.bytes()),
                    entry.content().source()));
        }
        TextTable.lines(
                        List.of(
                                "market",
                                "interval",
                                "bars",
                                "first",
                                "last",
                                "missing",
                                "outliers",
                                "bytes",
                                "source"),
                        rows)
                .forEach(terminal.out()::println);
        return ExitCode.OK;
    }

    @Override
    public ExitCode check(Path file, Terminal terminal) {
        MarketData.Bars data = bars(file);
        BarColumns bars = data.bars();
        BarCheck check = BarCheck.of(bars, data.interval());
        PrintWriter out = terminal.out();
        out.println(file + ": " + bars.size() + " bars of " + data.interval().code() + ", "
                + time(bars.openTimeMs(0)) + " to " + time(bars.openTimeMs(bars.size() - 1))
                + "; sorted, no duplicates, prices above zero");
        check.gaps().stream()
                .limit(SHOWN)
                .forEach(gap -> out.println("gap: no bar between " + time(gap.afterMs()) + " and " + time(gap.untilMs())
                        + ", " + gap.bars() + " missing"));
        more(out, check.gaps().size(), "gaps");
        check.outliers().stream()
                .limit(SHOWN)
                .forEach(bar -> out.println("outlier: " + time(bars.openTimeMs(bar)) + " open " + bars.open(bar)
                        + " high " + bars.high(bar) + " low " + bars.low(bar) + " close " + bars.close(bar)));
        more(out, check.outliers().size(), "outliers");
        boolean clean = check.gaps().isEmpty() && check.outliers().isEmpty();
        out.println(String.format(
                Locale.ROOT,
                "%d gaps with %d bars missing, %d outliers (range or step above %d times the median range)%s",
                check.gaps().size(),
                check.missing(),
                check.outliers().size(),
                BarCheck.OUTLIER_MULTIPLE,
                clean ? "" : "; nothing is filled in or removed"));
        return clean ? ExitCode.OK : ExitCode.FOUND;
    }

    private static void more(PrintWriter out, int count, String what) {
        if (count > SHOWN) {
            out.println("... and " + (count - SHOWN) + " more " + what);
        }
    }

    @Override
    public ExitCode add(Path file, MarketId market, Path library, Terminal terminal) {
        MarketData.Bars data = bars(file);
        String source = data.file().name() + " sha256 " + data.file().sha256().substring(0, 12);
        DataLibrary.Merged merged =
                onDisk(library, () -> new DataLibrary(library).add(market, data.interval(), source, data.bars()));
        HistoryFetch.tell(terminal.out(), market, data.interval(), merged);
        return ExitCode.OK;
    }

    @Override
    public ExitCode fetch(
            EffectiveConfig config, List<MarketId> markets, List<Interval> intervals, Path library, Terminal terminal) {
        try (History history = histories.apply(config)) {
            return new HistoryFetch(history, new DataLibrary(library), terminal).run(markets, intervals);
        }
    }

    private static MarketData.Bars bars(Path file) {
        try {
            MarketData data = new DataFiles(List.of(new BarFileReader())).read(file);
            if (data instanceof MarketData.Bars bars) {
                return bars;
            }
        } catch (DataException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                file + " holds no bars but prints or quotes. The library keeps bars; \"data import\" makes a recording"
                        + " of prints and quotes.");
    }

    /** Work on the library's files. */
    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }

    private static <T> T onDisk(Path library, DiskWork<T> work) {
        try {
            return work.run();
        } catch (DataException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException refused) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT, "The library " + library + " cannot be used: " + refused, refused);
        }
    }

    private static String time(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
