package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.StateHash;

/**
 * Who wrote a segment, and where it stands in the run.
 *
 * @param run id of the run, the same for all segments
 * @param epoch number of the process start within the run
 * @param firstSequence sequence of the first event it holds or will hold
 * @param openedAtMs machine time when it was begun; everything in segments before it is older
 * @param commandsHash rolling hash of all commands before it
 * @param build which code wrote it
 * @param configHash which configuration was in force
 * @param before the segment that it follows
 * @param archive whether it is an extract with gaps instead of the whole stream
 * @param schemaHash hash of the schema
 * @param schema the form of its events and commands
 */
public record SegmentHeader(
        int run,
        int epoch,
        long firstSequence,
        long openedAtMs,
        long commandsHash,
        String build,
        String configHash,
        SegmentSeal before,
        boolean archive,
        long schemaHash,
        String schema) {
    /** The header of the archive that stands in this segment's place. */
    SegmentHeader asArchive() {
        return new SegmentHeader(
                run,
                epoch,
                firstSequence,
                openedAtMs,
                commandsHash,
                build,
                configHash,
                before,
                true,
                schemaHash,
                schema);
    }

    /** The header of an empty segment that follows a loss. */
    SegmentHeader restartedAt(int newEpoch, long sequence) {
        return new SegmentHeader(
                run, newEpoch, sequence, openedAtMs, 0, build, configHash, SegmentSeal.NONE, false, schemaHash, schema);
    }

    /** Makes the checksums of this segment's records its own. */
    long salt() {
        return StateHash.extend(StateHash.extend(StateHash.EMPTY, ((long) run << 32) | epoch), firstSequence);
    }
}
