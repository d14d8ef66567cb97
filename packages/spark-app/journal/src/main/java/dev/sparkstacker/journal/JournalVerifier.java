package dev.sparkstacker.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks all segments and snapshots of a journal, decodes every record, and changes nothing. */
public final class JournalVerifier {
    /**
     * What a walk found.
     *
     * @param segments segments that are whole, oldest first
     * @param snapshots snapshots that are whole, newest first
     * @param problems what is not right, each with file, offset and reason; empty for a sound journal
     * @param tornBytes bytes behind the last commit, which the next start cuts; no problem
     */
    public record Report(
            List<SegmentSummary> segments, List<SnapshotHeader> snapshots, List<String> problems, long tornBytes) {
        /** Whether nothing is wrong. */
        public boolean sound() {
            return problems.isEmpty();
        }

        /** The report for a person, one line a file. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (SegmentSummary segment : segments) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s  epoch %d  events %d (%d to %d)  commands %d  commits %d  %d bytes  build %s%s",
                        segment.name(),
                        segment.header().epoch(),
                        segment.events(),
                        segment.header().firstSequence(),
                        segment.lastSequence(),
                        segment.commandRecords(),
                        segment.commits(),
                        segment.committedBytes(),
                        segment.header().build(),
                        segment.orderlyStop() ? "  stopped in order" : ""));
            }
            for (SnapshotHeader snapshot : snapshots) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s  epoch %d  %d bytes  build %s",
                        SnapshotStore.name(snapshot.sequence()),
                        snapshot.epoch(),
                        snapshot.stateBytes(),
                        snapshot.build()));
            }
            if (tornBytes > 0) {
                lines.add("torn tail of " + tornBytes + " bytes behind the last commit; the next start cuts it");
            }
            problems.forEach(problem -> lines.add("BAD " + problem));
            lines.add(sound() ? "sound" : "not sound");
            return lines;
        }
    }

    private final Storage storage;
    private final JournalCodecs codecs = new JournalCodecs();
    private final List<String> problems = new ArrayList<>();

    private JournalVerifier(Storage storage) {
        this.storage = storage;
    }

    /** Verifies a journal. @throws IOException if the disk fails */
    public static Report verify(Storage storage) throws IOException {
        return new JournalVerifier(storage).run();
    }

    private Report run() throws IOException {
        Optional<ForcedMark> mark = ForcedMark.read(storage);
        List<SegmentFile> files = SegmentFile.list(storage);
        if (files.isEmpty() && mark.isPresent()) {
            problems.add(SegmentFile.plainName(mark.get().segment()) + ": the file is gone, as " + ForcedMark.FILE
                    + " proves");
        }
        List<SegmentSummary> segments = new ArrayList<>();
        for (SegmentFile file : files) {
            try {
                SegmentSummary summary = walk(file, files, mark);
                decode(file, summary);
                requireContinues(segments, summary);
                segments.add(summary);
            } catch (CorruptJournalException damaged) {
                note(damaged);
            }
        }
        verifyArchives();
        List<SnapshotHeader> snapshots = new ArrayList<>();
        SnapshotStore store = new SnapshotStore(storage);
        for (String name : store.names()) {
            try {
                snapshots.add(store.read(name).header());
            } catch (CorruptJournalException damaged) {
                note(damaged);
            }
        }
        long torn = segments.isEmpty() ? 0 : segments.getLast().tornBytes();
        return new Report(List.copyOf(segments), List.copyOf(snapshots), List.copyOf(problems), torn);
    }

    private SegmentSummary walk(SegmentFile file, List<SegmentFile> files, Optional<ForcedMark> mark)
            throws IOException {
        if (!file.equals(files.getLast())) {
            return SegmentSummary.of(storage, file);
        }
        JournalRecovery.requireNewest(file, mark);
        return SegmentSummary.ofNewest(storage, file, mark);
    }

    /** The segment before it is whole and the one that was sealed, or only its archive is left. */
    private void requireContinues(List<SegmentSummary> segments, SegmentSummary next) throws IOException {
        SegmentSeal seal = next.header().before();
        boolean follows = !segments.isEmpty() && segments.getLast().header().firstSequence() == seal.firstSequence();
        if (follows) {
            JournalRecovery.requireContinues(segments.getLast(), next);
        } else if (!seal.isNone() && !isThere(seal.firstSequence())) {
            throw new CorruptJournalException(
                    next.name(),
                    0,
                    "the segment before it, " + SegmentFile.plainName(seal.firstSequence())
                            + ", is gone, and so is its archive");
        }
    }

    private boolean isThere(long firstSequence) throws IOException {
        return SegmentFile.withArchives(storage, SegmentFile.list(storage)).stream()
                .anyMatch(file -> file.firstSequence() == firstSequence);
    }

    private void verifyArchives() throws IOException {
        for (SegmentFile archive : SegmentFile.archives(storage)) {
            try {
                SegmentSummary.of(storage, archive);
            } catch (CorruptJournalException damaged) {
                note(damaged);
            }
        }
    }

    /** Decodes what this build can read; the rest was proved by its checksums only. */
    private void decode(SegmentFile file, SegmentSummary summary) throws IOException {
        if (summary.header().schemaHash() == codecs.schemaHash()) {
            try (JournalReader reader = new JournalReader(storage, codecs, List.of(file), summary.committedBytes())) {
                reader.forEachRemaining(entry -> {});
            }
        }
    }

    private void note(CorruptJournalException damaged) {
        problems.add(damaged.damage().line());
    }
}
