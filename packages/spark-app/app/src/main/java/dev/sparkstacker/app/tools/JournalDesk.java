package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.JournalTools;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.IncompatibleJournalException;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalReader;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.JournalVerifier;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Recovered.Findings;
import dev.sparkstacker.journal.Snapshot;
import dev.sparkstacker.journal.Tail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Replays and verifies journals, also that of a running instance: it takes no lock and changes nothing. */
public final class JournalDesk implements JournalTools {
    private final String build;

    /** @param build which code this is, as it signs its journals */
    public JournalDesk(String build) {
        this.build = build;
    }

    @Override
    public ExitCode replay(Path journal, ReplayOptions options, Terminal terminal) {
        JournalView view = JournalView.of(journal);
        try (Recovered recovered = JournalRecovery.open(
                view, new JournalIdentity(build, "", Replay.stateSchemaHash()), JournalSettings.DEFAULT)) {
            Findings findings = recovered.findings();
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "journal        %s, run %08x, %d epochs, %d events committed",
                            journal,
                            findings.run(),
                            findings.lastEpoch(),
                            findings.lastSequence()));
            findings.refusedSnapshots().forEach(refused -> terminal.err().println("Not used: " + refused));
            Snapshot start = startOf(findings, options);
            JournalView replayed = start == null ? whole(view, journal) : tail(view, recovered);
            try (JournalReader reader = JournalReader.open(replayed)) {
                boolean same = new Replay(terminal, options, findings, start, build).run(reader);
                return same ? ExitCode.OK : ExitCode.FOUND;
            }
        } catch (CorruptJournalException | IncompatibleJournalException bad) {
            terminal.err().println(bad.getMessage());
            return ExitCode.FOUND;
        } catch (IOException | UncheckedIOException failed) {
            throw JournalView.unreadable(journal, failed);
        }
    }

    @Override
    public ExitCode verify(Path journal, Terminal terminal) {
        JournalView view = JournalView.of(journal);
        try {
            JournalVerifier.Report report = JournalVerifier.verify(view);
            report.lines().forEach(terminal.out()::println);
            if (report.sound()) {
                return ExitCode.OK;
            }
            terminal.err()
                    .println("The journal in " + journal
                            + " is damaged where the lines with BAD say. What helps: restore"
                            + " those files from a backup and verify again; or, if there is none, stop trading, move"
                            + " the folder aside and start: that begins a new run, which first reconciles with the"
                            + " venue. A damaged snapshot alone may be deleted.");
            return ExitCode.FOUND;
        } catch (IOException | UncheckedIOException failed) {
            throw JournalView.unreadable(journal, failed);
        }
    }

    private static @Nullable Snapshot startOf(Findings findings, ReplayOptions options) {
        return options.fromZero()
                ? null
                : findings.snapshot()
                        .filter(snapshot -> snapshot.sequence() <= options.untilSequence())
                        .orElse(null);
    }

    private static JournalView whole(JournalView view, Path journal) throws IOException {
        if (view.isShortened()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The oldest segments of " + journal + " were removed by retention, so it cannot be replayed from"
                            + " its first event. Replay from the newest snapshot: leave out --from-zero, and --until"
                            + " if it names an event before that snapshot.");
        }
        return view;
    }

    /** From the segment that the first event of the tail stands in; nothing where the tail is empty. */
    private static JournalView tail(JournalView view, Recovered recovered) throws IOException {
        try (Tail tail = recovered.tail()) {
            long first = tail.hasNext() ? tail.next().writtenBy().firstSequence() : Long.MAX_VALUE;
            return view.from(String.format(Locale.ROOT, "segment-%020d.sjl", first));
        }
    }
}
