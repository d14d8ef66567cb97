package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final List<SegmentFile> segments;
    private final SegmentSeal before;
    private final long newestEnd;
    private boolean handedOver;

    Recovered(
            Storage storage,
            JournalSettings settings,
            JournalIdentity identity,
            JournalCodecs codecs,
            Closeable lock,
            Findings findings,
            List<SegmentFile> segments,
            SegmentSeal before,
            long newestEnd) {
        this.storage = storage;
        this.settings = settings;
        this.identity = identity;
        this.codecs = codecs;
        this.lock = lock;
        this.findings = findings;
        this.segments = segments;
        this.before = before;
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

    /** Which code this is, as it signs its segments; only what it decided itself may it execute again. */
    public String build() {
        return identity.build();
    }

    /** Whether every event since the first is still there. */
    public boolean isWhole() {
        return segments.isEmpty() || segments.getFirst().firstSequence() == 1;
    }

    /** Whether this build decided on every event of the tail. */
    public boolean tailIsOurs() {
        return findings.tailBuilds().stream().allMatch(identity.build()::equals);
    }

    /** The committed events after the snapshot; ask before {@link #beginEpoch}, and close it. */
    public Tail tail() {
        return tailAfter(findings.snapshot().map(Snapshot::sequence).orElse(0L));
    }

    /**
     * The newest usable snapshot at or before an event, for what has fallen behind the newest one.
     *
     * @throws IOException if the disk fails
     */
    public Optional<Snapshot> snapshotAtOrBefore(long sequence) throws IOException {
        SnapshotStore store = new SnapshotStore(storage);
        for (String name : store.names()) {
            if (name.compareTo(SnapshotStore.name(sequence)) <= 0) {
                Snapshot snapshot = readable(store, name);
                if (snapshot != null) {
                    return Optional.of(snapshot);
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Snapshot readable(SnapshotStore store, String name) throws IOException {
        try {
            Snapshot snapshot = store.read(name);
            SnapshotHeader header = snapshot.header();
            boolean ours = header.run() == findings.run() && header.stateSchemaHash() == identity.stateSchemaHash();
            return ours && header.sequence() <= findings.lastSequence() ? snapshot : null;
        } catch (CorruptJournalException damaged) {
            return null;
        }
    }

    /**
     * The committed events after a sequence; ask before {@link #beginEpoch}, and close it.
     *
     * @throws CorruptJournalException if they are not all there
     */
    public Tail tailAfter(long sequence) {
        List<SegmentFile> from = segments.isEmpty() ? segments : JournalRecovery.tailSegments(segments, sequence);
        return new Tail(new JournalReader(storage, codecs, from, newestEnd, sequence), sequence);
    }

    /**
     * Cuts the torn tail and forces what stays, because a killed process may have left it unforced; deletes what was left
     * half done, and begins the next epoch in a new segment. The journal it gives owns the lock from here on.
     *
     * @param machineTimeMs machine time now
     * @throws IOException if the disk refuses; then nothing may trade
     */
    public FileJournal beginEpoch(long machineTimeMs) throws IOException {
        if (handedOver) {
            throw new IllegalStateException("This epoch was begun already");
        }
        if (!findings.newestFile().isEmpty()) {
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
                before,
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
