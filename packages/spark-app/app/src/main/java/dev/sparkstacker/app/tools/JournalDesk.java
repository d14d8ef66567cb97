package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.JournalTools;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.IncompatibleJournalException;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalLockedException;
import dev.sparkstacker.journal.JournalQuarantine;
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

/**
 * Replays and verifies journals, also that of a running instance: that takes no lock and changes nothing. Sets damaged
 * ones right where no instance runs.
 */
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
                            + " is damaged where the lines with BAD say. A start refuses damaged segments and passes"
                            + " over a damaged snapshot for an older one. What helps: restore those files from a backup and verify again; or set them"
                            + " aside with './spark-stacker verify-journal --quarantine': the next start goes on from"
                            + " the last sure state and only reduces positions until it agrees with the venue.");
            return ExitCode.FOUND;
        } catch (IOException | UncheckedIOException failed) {
            throw JournalView.unreadable(journal, failed);
        }
    }

    @Override
    public ExitCode quarantine(Path journal, Terminal terminal) {
        JournalView.of(journal);
        try {
            JournalQuarantine.Report report = JournalQuarantine.run(new FileStorage(journal), Replay.stateSchemaHash());
            tell(report, journal, terminal);
            return ExitCode.OK;
        } catch (JournalLockedException running) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(running.getMessage()), running);
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The journal in " + journal + " could not be set right: " + failed.getMessage()
                            + ". Free disk space or fix permissions, then run this again.",
                    failed);
        }
    }

    private static void tell(JournalQuarantine.Report report, Path journal, Terminal terminal) {
        if (report.moved().isEmpty()) {
            terminal.out().println("sound: nothing was moved");
            return;
        }
        report.moved().forEach(file -> terminal.out().println("moved          " + journal.resolve(file)));
        terminal.out().println("kept           " + report.salvaged() + " events and commands of the damaged files");
        if (report.goesOnAfter() == 0) {
            terminal.out()
                    .println(
                            "next start     begins a new run: no state is sure. It reconciles with the venue; positions"
                                    + " it finds there are unknown to it.");
            return;
        }
        long lost = Math.max(0, report.knownBefore() - report.goesOnAfter());
        terminal.out()
                .println("next start     goes on after event " + report.goesOnAfter() + " of " + report.knownBefore()
                        + (lost == 0 ? "" : ": " + lost + " events are set aside")
                        + ", and only reduces positions until it agrees with the venue");
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
