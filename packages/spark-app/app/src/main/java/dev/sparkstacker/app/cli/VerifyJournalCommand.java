package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.JournalTools;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify-journal}: check every record. */
@Command(
        name = "verify-journal",
        description = "Check every record of the journal: lengths, checksums, sequence, commits. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker verify-journal", "  spark-stacker verify-journal copy/journal"})
final class VerifyJournalCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final JournalTools journal;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "JOURNAL",
            description = "Journal folder. Default: that of the data folder.")
    private @Nullable Path folder;

    VerifyJournalCommand(Terminal terminal, JournalTools journal) {
        this.terminal = terminal;
        this.journal = journal;
    }

    @Override
    public Integer call() {
        Path source = folder == null ? configuration.dataDir(terminal).resolve("journal") : folder.toAbsolutePath();
        return journal.verify(source, terminal).status();
    }
}
