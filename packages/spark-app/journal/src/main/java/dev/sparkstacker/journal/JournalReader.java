package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.CodecException;
import dev.sparkstacker.domain.event.Stamped;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything that was committed, oldest first. It changes nothing and needs no lock; on a journal that is being
 * written it ends at the last commit it saw when it was opened.
 *
 * <p>Reading throws {@link CorruptJournalException} for a record that cannot be right, {@link
 * IncompatibleJournalException} for one of a build with another schema, and {@link UncheckedIOException} where the disk
 * fails.
 */
public final class JournalReader implements Iterator<JournalEntry>, Closeable {
    private final Storage storage;
    private final JournalCodecs codecs;
    private final Iterator<SegmentFile> files;
    private final @Nullable SegmentFile newest;
    private final long newestEnd;
    private final long afterSequence;
    private @Nullable SegmentScanner scanner;
    private @Nullable JournalEntry next;

    /** Reads the given segments; of the last one what lies before {@code newestEnd}. */
    JournalReader(Storage storage, JournalCodecs codecs, List<SegmentFile> segments, long newestEnd) {
        this(storage, codecs, segments, newestEnd, 0);
    }

    /**
     * The same without the events up to a sequence, and their commands: they are checked as all records are, but not
     * decoded, and not given.
     */
    JournalReader(
            Storage storage, JournalCodecs codecs, List<SegmentFile> segments, long newestEnd, long afterSequence) {
        this.storage = storage;
        this.codecs = codecs;
        this.files = segments.iterator();
        this.newest = segments.isEmpty() ? null : segments.getLast();
        this.newestEnd = newestEnd;
        this.afterSequence = afterSequence;
    }

    /**
     * Opens all that is left of a journal: the segments, and archives in the place of those that are gone. Where {@link
     * SegmentHeader#archive} holds, events are missing on purpose.
     *
     * @throws CorruptJournalException if the newest segment is damaged
     */
    public static JournalReader open(Storage storage) throws IOException {
        List<SegmentFile> segments = SegmentFile.list(storage);
        if (segments.isEmpty()) {
            return new JournalReader(storage, new JournalCodecs(), segments, 0);
        }
        long end = SegmentSummary.ofNewest(storage, segments.getLast(), Optional.empty())
                .committedBytes();
        List<SegmentFile> all = SegmentFile.withArchives(storage, segments);
        return new JournalReader(storage, new JournalCodecs(), all, end);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = read();
            } catch (IOException failed) {
                throw new UncheckedIOException("The journal could not be read", failed);
            }
        }
        return next != null;
    }

    @Override
    public JournalEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The journal ends here");
        }
        JournalEntry entry = Objects.requireNonNull(next);
        next = null;
        return entry;
    }

    private @Nullable JournalEntry read() throws IOException {
        while (true) {
            SegmentScanner current = scanner;
            if (current == null) {
                if (!files.hasNext()) {
                    return null;
                }
                current = new SegmentScanner(storage, files.next());
                scanner = current;
                return new JournalEntry.SegmentBegun(current.file().name(), current.header());
            }
            RecordFormat.Head head = atEnd(current) ? null : current.next();
            if (head != null && isBefore(head)) {
                continue;
            }
            if (head != null) {
                return entry(current, head);
            }
            if (current.problem() != null) {
                throw new CorruptJournalException(current.file().name(), current.offset(), current.problem());
            }
            current.close();
            scanner = null;
        }
    }

    private boolean isBefore(RecordFormat.Head head) {
        boolean decoded = head.type() == RecordType.EVENT || head.type() == RecordType.COMMANDS;
        return decoded && head.sequence() <= afterSequence;
    }

    private boolean atEnd(SegmentScanner current) {
        return current.file().equals(newest) && current.committedEnd() >= newestEnd;
    }

    private JournalEntry entry(SegmentScanner current, RecordFormat.Head head) {
        try {
            return switch (head.type()) {
                case EVENT -> {
                    requireReadable(current);
                    yield new JournalEntry.EventRecorded(new Stamped(
                            head.sequence(),
                            head.venueTimeMs(),
                            head.machineTimeMs(),
                            codecs.decodeEvent(current.payload())));
                }
                case COMMANDS -> {
                    requireReadable(current);
                    yield new JournalEntry.CommandsRecorded(head.sequence(), codecs.decodeCommands(current.payload()));
                }
                case COMMIT -> new JournalEntry.Committed(head.sequence(), current.committedHash());
                case SNAPSHOT_MARK -> new JournalEntry.SnapshotStored(head.sequence());
                case ORDERLY_STOP -> new JournalEntry.OrderlyStop(head.sequence());
            };
        } catch (CodecException unreadable) {
            throw new CorruptJournalException(
                    current.file().name(), current.offset(), "its payload cannot be read: " + unreadable.getMessage());
        }
    }

    private void requireReadable(SegmentScanner current) {
        if (current.header().schemaHash() != codecs.schemaHash()) {
            throw new IncompatibleJournalException(
                    current.file().name(), current.header().build());
        }
    }

    @Override
    public void close() throws IOException {
        if (scanner != null) {
            scanner.close();
        }
    }
}
