package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.cli.Backends;
import dev.sparkstacker.app.cli.Main;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.tools.DataDesk;
import dev.sparkstacker.app.tools.JournalDesk;
import dev.sparkstacker.app.tools.LibraryDesk;
import dev.sparkstacker.app.tools.ProtocolDesk;
import dev.sparkstacker.app.tools.StoreDesk;
import dev.sparkstacker.app.tools.backtest.BacktestDesk;
import dev.sparkstacker.app.tools.backtest.OptimizeDesk;
import dev.sparkstacker.app.tools.data.VenueHistory;
import dev.sparkstacker.app.tools.data.VenueStream;
import dev.sparkstacker.backtest.report.HtmlReport;
import dev.sparkstacker.backtest.result.ReportWriter;
import dev.sparkstacker.backtest.result.RunIdentity;
import java.util.List;

/** Where the product begins: the command line with everything behind it. */
public final class SparkStacker {
    private SparkStacker() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        StartJudge judge = new StartJudge();
        RunIdentity.Build build =
                new RunIdentity.Build(Build.current().version(), Build.current().commit());
        List<ReportWriter> reports = List.of(new HtmlReport());
        Backends backends = Backends.none()
                .withJudge(judge)
                .withRuntime(new TradingLauncher(judge))
                .withWatchdog(new WatchdogService())
                .withSandbox(new SandboxService())
                .withJournal(new JournalDesk(Build.current().id()))
                .withProtocol(new ProtocolDesk())
                .withStore(new StoreDesk(StoreStart::rebuild))
                .withData(new DataDesk(VenueStream::open, Signals::onStop, SandboxMarkets.names()))
                .withLibrary(new LibraryDesk(VenueHistory::of))
                .withBacktests(new BacktestDesk(build, reports))
                .withSearches(new OptimizeDesk(build, Build.current().id(), reports, Signals::onStop));
        System.exit(Main.run(terminal, backends, arguments));
    }
}
