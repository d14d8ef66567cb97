package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets aside what is damaged, so that the next start goes on from the last state that is sure.
 *
 * <pre>
 *  segments    1 ── 2 ── 3 ── 4 ── 5          snapshot ▲ after an event of 3
 *  damaged          2                          2 ─► quarantine/, what is whole in it ─► archive;    goes on after 5
 *  damaged                    4                4, 5 ─► quarantine/, 4 up to its last good COMMIT stays; goes on there
 *  damaged               3 before ▲            3, 4, 5 ─► quarantine/;                              goes on from ▲
 * </pre>
 *
 * <p>Nothing is deleted. The mark keeps the newest epoch, so that no id of what was set aside is ever given again.
 */
public final class JournalQuarantine {
    static final String FOLDER = "quarantine";

    /**
     * What was done.
     *
     * @param moved files set aside, with the folder they are in now
     * @param goesOnAfter the last event the next start knows; 0 where it begins a new run
     * @param knownBefore the last event that was forced, as far as can be told
     * @param salvaged events and commands kept of damaged segments in archives
     */
    public record Report(List<String> moved, long goesOnAfter, long knownBefore, long salvaged) {}

    private final Storage storage;
    private final long stateSchemaHash;
    private final List<String> moved = new ArrayList<>();
    private long salvaged;

    private JournalQuarantine(Storage storage, long stateSchemaHash) {
        this.storage = storage;
        this.stateSchemaHash = stateSchemaHash;
    }

    /**
     * Sets aside whatever {@link JournalVerifier} finds damaged; of a sound journal nothing.
     *
     * @param stateSchemaHash form of the snapshots that the next start can read
     * @throws JournalLockedException if an instance runs on it
     * @throws IOException if the disk fails; run it again then
     */
    public static Report run(Storage storage, long stateSchemaHash) throws IOException {
        try (Closeable _ = storage.lock(JournalRecovery.LOCK)) {
            return new JournalQuarantine(storage, stateSchemaHash).run();
        }
    }

    private Report run() throws IOException {
        if (JournalVerifier.verify(storage).sound()) {
            return new Report(List.of(), 0, 0, 0);
        }
        Optional<ForcedMark> mark = ForcedMark.read(storage);
        List<InspectedSegment> segments = InspectedSegment.all(storage, mark);
        List<SnapshotHeader> snapshots = setDamagedSnapshotsAside();
        RestartPoint restart = RestartPoint.choose(segments, snapshots);
        long newest = segments.isEmpty() ? 0 : segments.getLast().reachesTo();
        long knownBefore = Math.max(mark.map(ForcedMark::sequence).orElse(0L), newest);
        for (int i = 0; i < segments.size(); i++) {
            settle(segments, i, restart);
        }
        for (SnapshotHeader snapshot : snapshots) {
            if (restart.isNewRun() || snapshot.sequence() > restart.sequence()) {
                setAside(SnapshotStore.name(snapshot.sequence()));
            }
        }
        leaveMark(segments, restart, mark);
        storage.syncFolder("");
        return new Report(List.copyOf(moved), restart.sequence(), knownBefore, salvaged);
    }

    private List<SnapshotHeader> setDamagedSnapshotsAside() throws IOException {
        SnapshotStore store = new SnapshotStore(storage);
        List<SnapshotHeader> whole = new ArrayList<>();
        for (String name : store.names()) {
            try {
                SnapshotHeader header = store.read(name).header();
                if (header.stateSchemaHash() == stateSchemaHash) {
                    whole.add(header);
                }
            } catch (CorruptJournalException damaged) {
                setAside(name);
            }
        }
        return whole;
    }

    /** What becomes of one segment, given where the next start goes on. */
    private void settle(List<InspectedSegment> segments, int index, RestartPoint restart) throws IOException {
        InspectedSegment segment = segments.get(index);
        if (index == restart.lastSegment() && restart.cutsLast()) {
            fillGapBefore(segment);
            keepPrefix(segment);
        } else if (restart.isNewRun()) {
            setAside(segment.file().name());
        } else if (index > restart.lastSegment() || segment.isDamaged()) {
            if (segment.file().firstSequence() <= restart.sequence()) {
                salvage(segments, index, restart);
            }
            setAside(segment.file().name());
        } else {
            fillGapBefore(segment);
        }
    }

    /** Events behind the restart are not kept in the archive: their numbers will be given again. */
    private void salvage(List<InspectedSegment> segments, int index, RestartPoint restart) throws IOException {
        InspectedSegment segment = segments.get(index);
        Optional<SegmentHeader> own = segment.header();
        SegmentHeader header =
                own.isPresent() ? own.get() : anyHeader(segments, segment.file().firstSequence());
        salvaged += Salvage.extract(storage, segment.file(), header, restart.sequence());
    }

    private static SegmentHeader anyHeader(List<InspectedSegment> segments, long firstSequence) {
        return segments.stream()
                .flatMap(segment -> segment.header().stream())
                .map(header -> header.restartedAt(header.epoch(), firstSequence))
                .findFirst()
                .orElseThrow();
    }

    /** Where the segment before it is gone without a trace, an empty archive says that this is known. */
    private void fillGapBefore(InspectedSegment segment) throws IOException {
        SegmentHeader header = segment.header().orElseThrow();
        long missing = header.before().firstSequence();
        boolean there = header.before().isNone()
                || SegmentFile.withArchives(storage, SegmentFile.list(storage)).stream()
                        .anyMatch(file -> file.firstSequence() == missing);
        if (!there) {
            Salvage.nothing(storage, header.restartedAt(header.epoch(), missing));
        }
    }

    /** The whole file goes, and comes back as long as its commits are good. */
    private void keepPrefix(InspectedSegment segment) throws IOException {
        String name = SegmentFile.plainName(segment.file().firstSequence());
        try (InputStream in = segment.file().open(storage);
                StorageFile prefix = storage.create(name + ".tmp")) {
            byte[] bytes = in.readNBytes(Math.toIntExact(segment.goodBytes()));
            prefix.write(bytes, 0, bytes.length);
            prefix.force();
        }
        setAside(segment.file().name());
        storage.rename(name + ".tmp", name);
        storage.syncFolder("");
    }

    private void setAside(String name) throws IOException {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        String target = FOLDER + "/" + plain;
        List<String> there = storage.list(FOLDER);
        for (int copy = 2; there.contains(target.substring(FOLDER.length() + 1)); copy++) {
            target = FOLDER + "/" + plain + "." + copy;
        }
        storage.rename(name, target);
        storage.syncFolder(FOLDER);
        moved.add(target);
    }

    private void leaveMark(List<InspectedSegment> segments, RestartPoint restart, Optional<ForcedMark> mark)
            throws IOException {
        if (restart.isNewRun()) {
            if (mark.isPresent()) {
                setAside(ForcedMark.FILE);
            }
            return;
        }
        int epoch = mark.map(ForcedMark::epoch).orElse(0);
        for (InspectedSegment segment : segments) {
            epoch = Math.max(epoch, segment.header().map(SegmentHeader::epoch).orElse(0));
        }
        try (MarkFile marks = new MarkFile(storage)) {
            marks.replace(
                    restart.snapshot().isPresent()
                            ? beginBehind(restart.snapshot().get(), epoch)
                            : endOf(segments.get(restart.lastSegment()), epoch));
        }
    }

    private static ForcedMark endOf(InspectedSegment segment, int epoch) {
        SegmentHeader header = segment.header().orElseThrow();
        return new ForcedMark(
                header.run(),
                epoch,
                header.firstSequence(),
                segment.goodBytes(),
                segment.commits(),
                segment.reachesTo(),
                segment.commandsHash());
    }

    /** An empty segment behind a snapshot, so that the journal reaches to it. */
    private ForcedMark beginBehind(SnapshotHeader snapshot, int epoch) throws IOException {
        JournalCodecs codecs = new JournalCodecs();
        long next = snapshot.sequence() + 1;
        int newest = Math.max(epoch, snapshot.epoch());
        SegmentHeader header = new SegmentHeader(
                snapshot.run(),
                newest,
                next,
                0,
                0,
                snapshot.build(),
                "",
                SegmentSeal.NONE,
                false,
                codecs.schemaHash(),
                codecs.schema());
        try (SegmentWriter writer =
                SegmentWriter.create(storage, SegmentFile.plainName(next), header, new ByteSink())) {
            return new ForcedMark(snapshot.run(), newest, next, writer.size(), 0, snapshot.sequence(), 0);
        }
    }
}
