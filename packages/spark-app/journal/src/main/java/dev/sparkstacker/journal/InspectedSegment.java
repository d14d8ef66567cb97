package dev.sparkstacker.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment with what is wrong with it.
 *
 * @param file the segment
 * @param header its header, where that can be read
 * @param damage what is wrong with it, where anything is
 * @param goodBytes how much of it ends with a valid commit, uncompressed; 0 where not even the header is whole
 * @param reachesTo the last event covered by that commit
 * @param commandsHash rolling hash of commands up to there
 * @param commits valid commits up to there
 */
record InspectedSegment(
        SegmentFile file,
        Optional<SegmentHeader> header,
        Optional<Damage> damage,
        long goodBytes,
        long reachesTo,
        long commandsHash,
        int commits) {
    boolean isDamaged() {
        return damage.isPresent();
    }

    /** Inspects all segments, oldest first; a segment that does not continue the one before is damaged too. */
    static List<InspectedSegment> all(Storage storage, Optional<ForcedMark> mark) throws IOException {
        List<SegmentFile> files = SegmentFile.list(storage);
        List<InspectedSegment> inspected = new ArrayList<>();
        for (SegmentFile file : files) {
            inspected.add(inspect(storage, file, file.equals(files.getLast()), mark));
        }
        for (int i = 1; i < inspected.size(); i++) {
            inspected.set(i - 1, inspected.get(i - 1).comparedWith(inspected.get(i)));
        }
        return inspected;
    }

    /** A whole segment that is not the one its successor followed is damaged all the same. */
    private InspectedSegment comparedWith(InspectedSegment next) {
        SegmentSeal seal = next.header.map(SegmentHeader::before).orElse(SegmentSeal.NONE);
        boolean other = seal.firstSequence() == file.firstSequence() && seal.bytes() != goodBytes;
        if (isDamaged() || !other) {
            return this;
        }
        Damage swapped = Damage.of(
                file.name(), goodBytes, "it is not the file that was sealed when " + next.file.name() + " began");
        return new InspectedSegment(file, header, Optional.of(swapped), goodBytes, reachesTo, commandsHash, commits);
    }

    private static InspectedSegment inspect(
            Storage storage, SegmentFile file, boolean newest, Optional<ForcedMark> mark) throws IOException {
        Optional<Damage> damage = damageOf(storage, file, newest, mark);
        try (SegmentScanner scanner = new SegmentScanner(storage, file)) {
            while (scanner.next() != null) {
                // Only the end of the walk is of interest.
            }
            return new InspectedSegment(
                    file,
                    Optional.of(scanner.header()),
                    damage,
                    scanner.committedEnd(),
                    scanner.committedSequence(),
                    scanner.committedHash(),
                    scanner.commits());
        } catch (CorruptJournalException noHeader) {
            return new InspectedSegment(file, Optional.empty(), damage, 0, file.firstSequence() - 1, 0, 0);
        }
    }

    private static Optional<Damage> damageOf(
            Storage storage, SegmentFile file, boolean newest, Optional<ForcedMark> mark) throws IOException {
        try {
            if (newest) {
                SegmentSummary.ofNewest(storage, file, mark);
            } else {
                SegmentSummary.of(storage, file);
            }
            return Optional.empty();
        } catch (CorruptJournalException damaged) {
            return Optional.of(damaged.damage());
        }
    }
}
