package dev.sparkstacker.journal;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through a whole segment found.
 *
 * @param name the file
 * @param header its header
 * @param events events covered by commits
 * @param commandRecords records of commands covered by commits
 * @param commits valid commits
 * @param lastSequence last event covered by a commit; one less than the first sequence where none is
 * @param lastMachineTimeMs machine time of that event; of the header where there is none
 * @param commandsHash rolling hash of commands up to there
 * @param orderlyStop whether the process ended in order there
 * @param committedBytes where the last valid commit ends, uncompressed
 * @param tornBytes bytes behind the last valid commit; they are not part of the journal
 * @param tornReason what ended the reading, or null if the segment ends with whole records
 * @param seal the segment as it is up to the last valid commit
 */
public record SegmentSummary(
        String name,
        SegmentHeader header,
        long events,
        long commandRecords,
        int commits,
        long lastSequence,
        long lastMachineTimeMs,
        long commandsHash,
        boolean orderlyStop,
        long committedBytes,
        long tornBytes,
        @Nullable String tornReason,
        SegmentSeal seal) {
    /**
     * Walks a sealed segment or an archive.
     *
     * @throws CorruptJournalException if something in it is not right
     */
    static SegmentSummary of(Storage storage, SegmentFile file) throws IOException {
        return walk(storage, file, scanner -> {
            if (!endsWithCommit(scanner)) {
                throw scanner.corrupt(storage, problem(scanner) + ", in a sealed segment");
            }
            return 0;
        });
    }

    /**
     * Walks the newest segment, whose end may be torn.
     *
     * @param mark how far the journal is known to have been forced
     * @throws CorruptJournalException if something before its last commit is not right
     */
    static SegmentSummary ofNewest(Storage storage, SegmentFile file, Optional<ForcedMark> mark) throws IOException {
        return walk(storage, file, scanner -> tornBytes(storage, scanner, mark.orElse(null)));
    }

    /** Judges what follows the last commit. */
    private interface End {
        /** Bytes that are no part of the journal; throws where they should be. */
        long tornBytes(SegmentScanner scanner) throws IOException;
    }

    private static SegmentSummary walk(Storage storage, SegmentFile file, End end) throws IOException {
        try (SegmentScanner scanner = new SegmentScanner(storage, file)) {
            long events = 0;
            long commands = 0;
            long committedEvents = 0;
            long committedCommands = 0;
            for (RecordFormat.Head head = scanner.next(); head != null; head = scanner.next()) {
                switch (head.type()) {
                    case EVENT -> events++;
                    case COMMANDS -> commands++;
                    case COMMIT -> {
                        committedEvents = events;
                        committedCommands = commands;
                    }
                    case SNAPSHOT_MARK, ORDERLY_STOP -> {}
                }
            }
            long torn = end.tornBytes(scanner);
            return new SegmentSummary(
                    file.name(),
                    scanner.header(),
                    committedEvents,
                    committedCommands,
                    scanner.commits(),
                    scanner.committedSequence(),
                    scanner.committedMachineMs(),
                    scanner.committedHash(),
                    scanner.committedStop(),
                    scanner.committedEnd(),
                    torn,
                    scanner.problem(),
                    scanner.committedSeal());
        }
    }

    private static boolean endsWithCommit(SegmentScanner scanner) {
        return scanner.problem() == null && scanner.offset() == scanner.committedEnd();
    }

    private static String problem(SegmentScanner scanner) {
        String problem = scanner.problem();
        if (problem != null) {
            return problem;
        }
        return endsWithCommit(scanner) ? "the file ends here" : "the segment does not end with a COMMIT";
    }

    private static long tornBytes(Storage storage, SegmentScanner scanner, @Nullable ForcedMark mark)
            throws IOException {
        String missing = mark == null ? null : mark.missing(scanner.header(), scanner.committedEnd());
        if (missing != null) {
            throw scanner.corrupt(storage, problem(scanner) + ", but " + missing);
        }
        if (endsWithCommit(scanner)) {
            return 0;
        }
        SegmentFile file = scanner.file();
        if (file.compressed()) {
            throw scanner.corrupt(storage, problem(scanner) + ", in a sealed segment");
        }
        long proof = scanner.findLaterCommit(storage);
        if (proof >= 0) {
            throw scanner.corrupt(
                    storage,
                    problem(scanner) + ", but the record at byte " + proof + " proves that it had been committed");
        }
        return storage.size(file.name()) - scanner.committedEnd();
    }
}
