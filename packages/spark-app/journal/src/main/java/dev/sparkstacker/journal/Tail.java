package dev.sparkstacker.journal;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The committed events after the snapshot, one at a time; it throws what {@link JournalReader} throws. */
public final class Tail implements Iterator<TailEntry>, Closeable {
    private final JournalReader reader;
    private final long afterSequence;
    private @Nullable SegmentHeader header;
    private @Nullable TailEntry pending;
    private @Nullable TailEntry ready;

    Tail(JournalReader reader, long afterSequence) {
        this.reader = reader;
        this.afterSequence = afterSequence;
    }

    /**
     * Everything that was ever committed and is left, from the first event on. It needs no lock.
     *
     * @throws CorruptJournalException if the newest segment is damaged
     * @throws IOException if the disk fails
     */
    public static Tail ofAll(Storage storage) throws IOException {
        return new Tail(JournalReader.open(storage), 0);
    }

    @Override
    public boolean hasNext() {
        while (ready == null && reader.hasNext()) {
            take(reader.next());
        }
        if (ready == null) {
            ready = pending;
            pending = null;
        }
        return ready != null;
    }

    /** An event waits until the next one shows that it has no more commands. */
    private void take(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.SegmentBegun(String file, SegmentHeader begun) -> header = begun;
            case JournalEntry.EventRecorded(Stamped event) -> {
                ready = pending;
                pending = event.sequence() <= afterSequence
                        ? null
                        : new TailEntry(event, List.of(), Objects.requireNonNull(header));
            }
            case JournalEntry.CommandsRecorded(long cause, List<Command> commands) -> {
                if (pending != null && pending.event().sequence() == cause) {
                    List<Command> all = new ArrayList<>(pending.commands());
                    all.addAll(commands);
                    pending = new TailEntry(pending.event(), List.copyOf(all), pending.writtenBy());
                }
            }
            case JournalEntry.Committed committed -> {}
            case JournalEntry.SnapshotStored stored -> {}
            case JournalEntry.OrderlyStop stop -> {}
        }
    }

    @Override
    public TailEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The tail ends here");
        }
        TailEntry entry = Objects.requireNonNull(ready);
        ready = null;
        return entry;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
