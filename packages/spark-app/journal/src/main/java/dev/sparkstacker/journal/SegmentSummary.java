package dev.sparkstacker.journal;

import java.io.IOException;
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
        @Nullable String tornReason) {
    /**
     * Walks a segment.
     *
     * @param newest whether no segment follows; only then may bytes behind the last commit be a torn tail
     * @throws CorruptJournalException if something before its last commit is not right
     */
    static SegmentSummary of(Storage storage, SegmentFile file, boolean newest) throws IOException {
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
            long torn = tornBytes(storage, scanner, newest);
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
                    scanner.problem());
        }
    }

    private static long tornBytes(Storage storage, SegmentScanner scanner, boolean newest) throws IOException {
        SegmentFile file = scanner.file();
        String problem = scanner.problem();
        boolean whole = problem == null && scanner.offset() == scanner.committedEnd();
        if (whole) {
            return 0;
        }
        String what = problem == null ? "the segment does not end with a COMMIT" : problem;
        if (!newest) {
            throw new CorruptJournalException(file.name(), scanner.offset(), what + ", and a later segment follows");
        }
        if (file.compressed()) {
            throw new CorruptJournalException(file.name(), scanner.offset(), what + ", in a sealed segment");
        }
        long proof = scanner.findLaterCommit(storage);
        if (proof >= 0) {
            throw new CorruptJournalException(
                    file.name(),
                    scanner.offset(),
                    what + ", but the record at byte " + proof + " proves that it had been committed");
        }
        return storage.size(file.name()) - scanner.committedEnd();
    }
}
