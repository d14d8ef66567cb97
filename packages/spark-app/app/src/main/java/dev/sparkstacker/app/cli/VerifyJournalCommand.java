package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.JournalTools;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify-journal}: check every record. */
@Command(
        name = "verify-journal",
        description = "Check every record of the journal: lengths, checksums, sequence, commits. Changes nothing"
                + " unless --quarantine is given.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker verify-journal",
            "  spark-stacker verify-journal copy/journal",
            "  spark-stacker verify-journal --quarantine"
        })
final class VerifyJournalCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final JournalTools journal;

    @Mixin
    private JournalOption source = new JournalOption();

    @Option(
            names = "--quarantine",
            description =
                    "Move damaged files into the journal's folder 'quarantine', so that the next start goes on from"
                            + " the last sure state and only reduces positions until it agrees with the venue.")
    private boolean quarantine;

    VerifyJournalCommand(Terminal terminal, JournalTools journal) {
        this.terminal = terminal;
        this.journal = journal;
    }

    @Override
    public Integer call() {
        Path folder = source.folder(terminal);
        return (quarantine ? journal.quarantine(folder, terminal) : journal.verify(folder, terminal)).status();
    }
}
