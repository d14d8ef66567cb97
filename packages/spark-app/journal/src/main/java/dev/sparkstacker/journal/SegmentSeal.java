package dev.sparkstacker.journal;

/**
 * What a sealed segment was when the next one began. The next one's header carries it, so that a segment that was cut,
 * swapped or taken away shows without being read.
 *
 * @param firstSequence the first sequence in its header, 0 where there was no segment before
 * @param bytes its length, uncompressed
 * @param crc CRC-32 of those bytes; gzip stores the same two numbers at the end of a compressed segment
 */
public record SegmentSeal(long firstSequence, long bytes, int crc) {
    /** The first segment of a run, or one after a loss, follows none. */
    public static final SegmentSeal NONE = new SegmentSeal(0, 0, 0);

    /** Whether there is no segment before. */
    boolean isNone() {
        return firstSequence == 0;
    }
}
