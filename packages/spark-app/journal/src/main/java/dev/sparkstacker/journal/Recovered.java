package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A journal that was opened and checked, and is locked; nothing in it was changed. Apply the snapshot and the tail, then
 * {@link #beginEpoch} to write.
 */
public final class Recovered implements Closeable {
    /**
     * What was found.
     *
     * @param run id of the run; minted now where there was no journal
     * @param lastEpoch the newest epoch, 0 where there was none
     * @param lastSequence the last committed event, 0 where there is none
     * @param commandsHash rolling hash of all committed commands
     * @param snapshot the newest snapshot that this build can use
     * @param refusedSnapshots newer snapshots that are not used, each with the reason
     * @param tailEvents committed events after the snapshot
     * @param tailBuilds the builds that wrote them, oldest first, each once
     * @param cleanStop whether the last process ended in order and the snapshot holds everything
     * @param tornBytes bytes behind the last commit, which {@link #beginEpoch} cuts
     * @param newestFile the newest segment, empty where there is none
     */
    public record Findings(
            int run,
            int lastEpoch,
            long lastSequence,
            long commandsHash,
            Optional<Snapshot> snapshot,
            List<String> refusedSnapshots,
            long tailEvents,
            List<String> tailBuilds,
            boolean cleanStop,
            long tornBytes,
            String newestFile) {}

    private final Storage storage;
    private final JournalSettings settings;
    private final JournalIdentity identity;
    private final JournalCodecs codecs;
    private final Closeable lock;
    private final Findings findings;
    private final List<SegmentFile> tailSegments;
    private final long newestEnd;
    private boolean handedOver;

    Recovered(
            Storage storage,
            JournalSettings settings,
            JournalIdentity identity,
            JournalCodecs codecs,
            Closeable lock,
            Findings findings,
            List<SegmentFile> tailSegments,
            long newestEnd) {
        this.storage = storage;
        this.settings = settings;
        this.identity = identity;
        this.codecs = codecs;
        this.lock = lock;
        this.findings = findings;
        this.tailSegments = tailSegments;
        this.newestEnd = newestEnd;
    }

    /** What was found. */
    public Findings findings() {
        return findings;
    }

    /** Number of the epoch that {@link #beginEpoch} begins. */
    public int nextEpoch() {
        return findings.lastEpoch() + 1;
    }

    /** Whether every event of the tail was written by this build; only then may the tail be executed again. */
    public boolean tailIsOurs() {
        return findings.tailBuilds().stream().allMatch(identity.build()::equals);
    }

    /** The committed events after the snapshot; ask before {@link #beginEpoch}, and close it. */
    public Tail tail() {
        long after = findings.snapshot().map(Snapshot::sequence).orElse(0L);
        return new Tail(new JournalReader(storage, codecs, tailSegments, newestEnd), after);
    }

    /**
     * Cuts the torn tail, deletes what was left half done, and begins the next epoch in a new segment. The journal it
     * gives owns the lock from here on.
     *
     * @param machineTimeMs machine time now
     * @throws IOException if the disk refuses; then nothing may trade
     */
    public FileJournal beginEpoch(long machineTimeMs) throws IOException {
        if (handedOver) {
            throw new IllegalStateException("This epoch was begun already");
        }
        if (findings.tornBytes() > 0) {
            storage.truncate(findings.newestFile(), newestEnd);
        }
        deleteLeftovers();
        SegmentHeader header = new SegmentHeader(
                findings.run(),
                nextEpoch(),
                findings.lastSequence() + 1,
                machineTimeMs,
                findings.commandsHash(),
                identity.build(),
                identity.configHash(),
                false,
                codecs.schemaHash(),
                codecs.schema());
        FileJournal journal = new FileJournal(storage, settings, identity, codecs, header, lock);
        handedOver = true;
        return journal;
    }

    /** Half-written files, and snapshots of events that were cut: none may be believed later. */
    private void deleteLeftovers() throws IOException {
        for (String folder : List.of("", SnapshotStore.FOLDER)) {
            for (String name : storage.list(folder)) {
                if (name.endsWith(".tmp")) {
                    storage.delete(folder.isEmpty() ? name : folder + "/" + name);
                }
            }
        }
        for (String name : new SnapshotStore(storage).names()) {
            if (name.compareTo(SnapshotStore.name(findings.lastSequence())) > 0) {
                storage.delete(name);
            }
        }
    }

    /** Gives the journal up if no epoch was begun. */
    @Override
    public void close() throws IOException {
        if (!handedOver) {
            lock.close();
        }
    }
}
