package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a journal: the only way to start.
 *
 * <pre>
 *  newest segment   walk ─► last valid COMMIT ─► what follows it
 *                                                  │ less than forced.mark says was forced: corruption
 *                                                  │ a record knows of a later commit: corruption
 *                                                  └ neither: torn tail, cut later
 *  snapshots        newest first ─► whole, of this run, readable by this build, not beyond the last COMMIT
 *  segments of the tail             read whole; each must continue the one before
 *  older segments                   as they were sealed; read whole only where they are few
 * </pre>
 *
 * <p>A process that dies between commits leaves a torn tail; what it wrote there had no effect yet. A force proves
 * itself twice: by the mark, and by every record written later, which tells how many commits had been forced before it.
 * What cannot be proved is the last batch before a power cut that also lost the mark of it: that reads as a torn tail.
 */
public final class JournalRecovery {
    static final String LOCK = "journal.lock";
    private static final long READ_AT_ONCE_BYTES = 32L << 20;

    private final Storage storage;
    private final JournalIdentity identity;
    private final JournalSettings settings;
    private final IntSupplier newRun;
    private final JournalCodecs codecs = new JournalCodecs();

    private JournalRecovery(Storage storage, JournalIdentity identity, JournalSettings settings, IntSupplier newRun) {
        this.storage = storage;
        this.identity = identity;
        this.settings = settings;
        this.newRun = newRun;
    }

    /** Opens the journal in a folder; see {@link #open(Storage, JournalIdentity, JournalSettings)}. */
    public static Recovered open(Path folder, JournalIdentity identity, JournalSettings settings) throws IOException {
        return open(new FileStorage(folder), identity, settings);
    }

    /**
     * Locks and checks a journal, or an empty folder where one will begin. Changes nothing.
     *
     * @throws JournalLockedException if another process has it
     * @throws CorruptJournalException if a record before the last commit is not right
     * @throws IncompatibleJournalException if the tail was written by a build whose records this one cannot read
     * @throws IOException if the disk fails
     */
    public static Recovered open(Storage storage, JournalIdentity identity, JournalSettings settings)
            throws IOException {
        return open(storage, identity, settings, () -> new SecureRandom().nextInt());
    }

    /**
     * The same with ids of new runs of the caller's, for a simulation that must be repeatable.
     *
     * @param newRun asked where no journal exists yet
     */
    public static Recovered open(
            Storage storage, JournalIdentity identity, JournalSettings settings, IntSupplier newRun)
            throws IOException {
        Closeable lock = storage.lock(LOCK);
        try {
            return new JournalRecovery(storage, identity, settings, newRun).recover(lock);
        } catch (IOException | RuntimeException failed) {
            try {
                lock.close();
            } catch (IOException unlocking) {
                failed.addSuppressed(unlocking);
            }
            throw failed;
        }
    }

    private Recovered recover(Closeable lock) throws IOException {
        Optional<ForcedMark> mark = ForcedMark.read(storage);
        List<SegmentFile> segments = SegmentFile.list(storage);
        if (segments.isEmpty()) {
            requireNothing(mark);
            return new Recovered(storage, settings, identity, codecs, lock, nothing(), List.of(), SegmentSeal.NONE, 0);
        }
        requireNewest(segments.getLast(), mark);
        SegmentSummary newest = SegmentSummary.ofNewest(storage, segments.getLast(), mark);
        int run = newest.header().run();
        List<String> refused = new ArrayList<>();
        Optional<Snapshot> snapshot = findSnapshot(run, newest.lastSequence(), refused);
        long after = snapshot.map(Snapshot::sequence).orElse(0L);
        List<SegmentFile> tail = tailSegments(segments, after);
        List<SegmentSummary> summaries = checkTail(tail, newest, after);
        checkOlder(segments.subList(0, segments.size() - tail.size() + 1));
        int lastEpoch = mark.filter(forced -> forced.run() == run)
                .map(forced -> Math.max(forced.epoch(), newest.header().epoch()))
                .orElse(newest.header().epoch());
        Recovered.Findings findings = new Recovered.Findings(
                run,
                lastEpoch,
                newest.lastSequence(),
                newest.commandsHash(),
                snapshot,
                List.copyOf(refused),
                newest.lastSequence() - after,
                builds(summaries, after),
                newest.orderlyStop() && after == newest.lastSequence(),
                newest.tornBytes(),
                newest.name());
        boolean replaced = newest.lastSequence() < newest.header().firstSequence();
        SegmentSeal before = replaced ? newest.header().before() : newest.seal();
        return new Recovered(
                storage, settings, identity, codecs, lock, findings, segments, before, newest.committedBytes());
    }

    private Recovered.Findings nothing() {
        return new Recovered.Findings(
                newRun.getAsInt(), 0, 0, 0, Optional.empty(), List.of(), 0, List.of(), false, 0, "");
    }

    private void requireNothing(Optional<ForcedMark> mark) throws IOException {
        for (String orphan : new SnapshotStore(storage).names()) {
            throw new CorruptJournalException(orphan, 0, "there is a snapshot, but no segment of its journal");
        }
        if (mark.isPresent()) {
            throw new CorruptJournalException(
                    SegmentFile.plainName(mark.get().segment()),
                    0,
                    "the file is gone, as " + ForcedMark.FILE + " proves");
        }
    }

    /** The segment that was forced last must be there. */
    static void requireNewest(SegmentFile newest, Optional<ForcedMark> mark) {
        if (mark.isPresent() && mark.get().segment() > newest.firstSequence()) {
            throw new CorruptJournalException(
                    SegmentFile.plainName(mark.get().segment()),
                    0,
                    "the file is gone; events up to " + mark.get().sequence() + " had been forced, as "
                            + ForcedMark.FILE + " proves");
        }
    }

    /** Segments that are not read to recover: their seals always, all of their bytes where that takes no time. */
    private void checkOlder(List<SegmentFile> segments) throws IOException {
        new SealCheck(storage).check(segments);
        List<SegmentFile> older = segments.subList(0, segments.size() - 1);
        long bytes = 0;
        for (SegmentFile file : older) {
            bytes += storage.size(file.name());
        }
        if (bytes <= READ_AT_ONCE_BYTES) {
            for (SegmentFile file : older) {
                SegmentSummary.of(storage, file);
            }
        }
    }

    private Optional<Snapshot> findSnapshot(int run, long lastSequence, List<String> refused) throws IOException {
        SnapshotStore store = new SnapshotStore(storage);
        for (String name : store.names()) {
            try {
                Snapshot snapshot = store.read(name);
                String reason = refusal(snapshot.header(), run, lastSequence);
                if (reason == null) {
                    return Optional.of(snapshot);
                }
                refused.add(name + ": " + reason);
            } catch (CorruptJournalException damaged) {
                refused.add(name + " at byte " + damaged.offset() + ": " + damaged.reason());
            }
        }
        return Optional.empty();
    }

    private @Nullable String refusal(SnapshotHeader header, int run, long lastSequence) {
        if (header.run() != run) {
            return "it belongs to another run";
        }
        if (header.sequence() > lastSequence) {
            return "it lies beyond the last commit, " + lastSequence;
        }
        if (header.stateSchemaHash() != identity.stateSchemaHash()) {
            return "build " + header.build() + " wrote its state in another form";
        }
        return null;
    }

    /** The segments that hold events after the given one: from the last that begins at or before the next event. */
    static List<SegmentFile> tailSegments(List<SegmentFile> segments, long after) {
        int first = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).firstSequence() <= after + 1) {
                first = i;
            }
        }
        if (first < 0) {
            throw new CorruptJournalException(
                    segments.getFirst().name(),
                    0,
                    "events " + (after + 1) + " to " + (segments.getFirst().firstSequence() - 1)
                            + " are gone and no usable snapshot holds them");
        }
        return List.copyOf(segments.subList(first, segments.size()));
    }

    private List<SegmentSummary> checkTail(List<SegmentFile> tail, SegmentSummary newest, long after)
            throws IOException {
        List<SegmentSummary> summaries = new ArrayList<>();
        for (SegmentFile file : tail.subList(0, tail.size() - 1)) {
            summaries.add(SegmentSummary.of(storage, file));
        }
        summaries.add(newest);
        for (int i = 1; i < summaries.size(); i++) {
            requireContinues(summaries.get(i - 1), summaries.get(i));
        }
        for (SegmentSummary summary : summaries) {
            if (summary.lastSequence() > after && summary.header().schemaHash() != codecs.schemaHash()) {
                throw new IncompatibleJournalException(
                        summary.name(), summary.header().build());
            }
        }
        return summaries;
    }

    static void requireContinues(SegmentSummary before, SegmentSummary next) {
        SegmentHeader header = next.header();
        if (header.run() != before.header().run()) {
            throw new CorruptJournalException(next.name(), 0, "it belongs to another run than " + before.name());
        }
        if (header.firstSequence() != before.lastSequence() + 1) {
            throw new CorruptJournalException(
                    next.name(),
                    0,
                    "it begins at event " + header.firstSequence() + ", but " + before.name() + " ends at event "
                            + before.lastSequence());
        }
        if (header.commandsHash() != before.commandsHash()) {
            throw new CorruptJournalException(
                    next.name(), 0, "its hash of commands does not continue that of " + before.name());
        }
        if (!header.before().equals(before.seal())) {
            throw new CorruptJournalException(
                    before.name(), 0, "it is not the file that was sealed when " + next.name() + " began");
        }
    }

    private static List<String> builds(List<SegmentSummary> summaries, long after) {
        SequencedSet<String> builds = new LinkedHashSet<>();
        for (SegmentSummary summary : summaries) {
            if (summary.lastSequence() > after && summary.events() > 0) {
                builds.add(summary.header().build());
            }
        }
        return List.copyOf(builds);
    }
}
