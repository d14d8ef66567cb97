package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.StoreTools;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.IncompatibleJournalException;
import dev.sparkstacker.journal.JournalVerifier;
import dev.sparkstacker.journal.SegmentSummary;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.store.db.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Makes the SQL store anew.
 *
 * <pre>
 *  journal, verified ─► spark-stacker.db.rebuilt ─► takes the place of spark-stacker.db
 * </pre>
 *
 * Until the new store is whole the old one stays; whatever fails before leaves it as it was.
 */
public final class StoreDesk implements StoreTools {
    private static final String FILE = "spark-stacker.db";
    private static final String REBUILT = "spark-stacker.db.rebuilt";

    /** Projects a whole journal. */
    @FunctionalInterface
    public interface Projection {
        /**
         * Fills an empty store.
         *
         * @param progress hears the sequence reached
         * @throws IOException if the journal cannot be read
         */
        void rebuild(Store store, Path journal, LongConsumer progress) throws IOException;
    }

    private final Projection projection;

    /** @param projection how the product projects its journal at start */
    public StoreDesk(Projection projection) {
        this.projection = projection;
    }

    @Override
    public ExitCode rebuild(Path dataDir, Terminal terminal) {
        if (!Files.isDirectory(dataDir)) {
            throw new CommandFailure(ExitCode.USAGE, "There is no data folder " + dataDir + ".");
        }
        try (DataFolder data = DataFolder.open(dataDir)) {
            long last = verify(data.journal(), terminal);
            Path rebuilt = data.store().resolve(REBUILT);
            Store.discard(rebuilt);
            long checkpoint = project(rebuilt, data.journal(), last, terminal);
            Path target = data.store().resolve(FILE);
            Store.discard(target);
            Files.move(rebuilt, target, StandardCopyOption.ATOMIC_MOVE);
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%s holds everything up to event %,d again.", target, checkpoint));
            return ExitCode.OK;
        } catch (CorruptJournalException | IncompatibleJournalException bad) {
            throw new CommandFailure(ExitCode.FOUND, bad.getMessage() + " The store was left as it was.", bad);
        } catch (StoreException refused) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(refused.getMessage()), refused);
        } catch (IOException | UncheckedIOException failed) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The store could not be rebuilt: " + failed + ". Check the disk's space and the permissions of "
                            + dataDir + "; the old store was left as it was.",
                    failed);
        }
    }

    /** Refuses before the first row is written. @return the last event */
    private static long verify(Path journal, Terminal terminal) throws IOException {
        JournalView view = JournalView.of(journal);
        if (view.isShortened()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The oldest segments of " + journal + " were removed by retention, so the store cannot be made anew"
                            + " from the first event on. The store was left as it was; if it is damaged, restore it"
                            + " from a backup.");
        }
        JournalVerifier.Report report = JournalVerifier.verify(view);
        if (!report.sound()) {
            report.problems().forEach(problem -> terminal.err().println("BAD " + problem));
            throw new CommandFailure(
                    ExitCode.FOUND,
                    "The journal in " + journal + " is damaged; the store was left as it was. Run"
                            + " ./spark-stacker verify-journal to see what is readable and what helps.");
        }
        List<SegmentSummary> segments = report.segments();
        return segments.isEmpty() ? 0 : segments.getLast().lastSequence();
    }

    private long project(Path file, Path journal, long last, Terminal terminal) throws IOException {
        try (Store store = Store.open(file);
                ProgressBar progress = new ProgressBar(terminal, "Rebuilding", last)) {
            projection.rebuild(store, journal, progress::at);
            return store.projector().checkpoint();
        }
    }
}
