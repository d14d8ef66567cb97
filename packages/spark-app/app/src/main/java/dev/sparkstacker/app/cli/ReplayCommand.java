package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.JournalTools;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay}: fold the journal again. */
@Command(
        name = "replay",
        description =
                "Fold the journal through the engine again, without a venue; print every command and the state hash.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker replay",
            "  spark-stacker replay --from-zero --quiet",
            "  spark-stacker replay copy/journal"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final JournalTools journal;

    @Mixin
    private JournalOption source = new JournalOption();

    @Option(names = "--from-zero", description = "Ignore snapshots.")
    private boolean fromZero;

    @Option(names = "--until", paramLabel = "SEQUENCE", description = "Last event to fold.")
    private long until = Long.MAX_VALUE;

    @Option(names = "--quiet", description = "Print the state hash only.")
    private boolean quiet;

    ReplayCommand(Terminal terminal, JournalTools journal) {
        this.terminal = terminal;
        this.journal = journal;
    }

    @Override
    public Integer call() {
        return journal.replay(
                        source.folder(terminal), new JournalTools.ReplayOptions(fromZero, until, !quiet), terminal)
                .status();
    }
}
