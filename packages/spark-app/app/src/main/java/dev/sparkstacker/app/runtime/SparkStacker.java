package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.cli.Backends;
import dev.sparkstacker.app.cli.Main;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.tools.DataDesk;
import dev.sparkstacker.app.tools.JournalDesk;
import dev.sparkstacker.app.tools.ProtocolDesk;
import dev.sparkstacker.app.tools.StoreDesk;
import dev.sparkstacker.app.tools.data.VenueStream;

/** Where the product begins: the command line with everything behind it. */
public final class SparkStacker {
    private SparkStacker() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        StartJudge judge = new StartJudge();
        Backends backends = new Backends(
                judge,
                new TradingLauncher(judge),
                new SandboxService(),
                new JournalDesk(Build.current().id()),
                new ProtocolDesk(),
                new StoreDesk(StoreStart::rebuild),
                new DataDesk(VenueStream::open, Signals::onStop, SandboxMarkets.names()));
        System.exit(Main.run(terminal, backends, arguments));
    }
}
