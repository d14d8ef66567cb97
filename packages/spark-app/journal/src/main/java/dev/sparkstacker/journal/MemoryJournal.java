package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.port.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journal that lives as long as its process. It encodes everything as the one on disk does, so that a benchmark with
 * it measures that work, and keeps the entries only if asked to.
 */
public final class MemoryJournal implements Journal {
    private static final int BUFFER_BYTES = 1 << 20;

    private final JournalCodecs codecs = new JournalCodecs();
    private final ByteSink buffer = new ByteSink(2 * BUFFER_BYTES);
    private final List<JournalEntry> entries = new ArrayList<>();
    private final boolean keep;
    private long lastSequence;
    private long committedSequence;
    private long commandsHash;
    private byte[] newestState = new byte[0];
    private long newestSnapshot = -1;

    private MemoryJournal(boolean keep) {
        this.keep = keep;
    }

    /** A journal that keeps every entry, for tests and backtests that are read afterwards. */
    public static MemoryJournal keeping() {
        return new MemoryJournal(true);
    }

    /** A journal that keeps nothing but the newest snapshot, in bounded memory. */
    public static MemoryJournal forgetting() {
        return new MemoryJournal(false);
    }

    @Override
    public void append(Stamped event) {
        recycle();
        codecs.encode(event.event(), buffer);
        lastSequence = event.sequence();
        if (keep) {
            entries.add(new JournalEntry.EventRecorded(event));
        }
    }

    @Override
    public void append(long causeSequence, List<Command> commands) {
        recycle();
        int from = buffer.size();
        codecs.encode(commands, buffer);
        commandsHash = StateHash.extend(
                StateHash.extend(commandsHash, causeSequence), buffer.array(), from, buffer.size() - from);
        if (keep) {
            entries.add(new JournalEntry.CommandsRecorded(causeSequence, List.copyOf(commands)));
        }
    }

    private void recycle() {
        if (buffer.size() >= BUFFER_BYTES) {
            buffer.clear();
        }
    }

    @Override
    public void commit() {
        committedSequence = lastSequence;
        if (keep) {
            entries.add(new JournalEntry.Committed(lastSequence, commandsHash));
        }
    }

    @Override
    public void snapshot(long sequence, byte[] state) {
        newestSnapshot = sequence;
        newestState = state.clone();
        if (keep) {
            entries.add(new JournalEntry.SnapshotStored(sequence));
        }
    }

    /** Everything appended so far, if it is kept. */
    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The last event a commit covers. */
    public long committedSequence() {
        return committedSequence;
    }

    /** Rolling hash of all commands. */
    public long commandsHash() {
        return commandsHash;
    }

    /** The sequence of the newest snapshot. */
    public Optional<Long> snapshotSequence() {
        return newestSnapshot < 0 ? Optional.empty() : Optional.of(newestSnapshot);
    }

    /** The newest snapshot's state; empty before the first. */
    public byte[] snapshotState() {
        return newestState.clone();
    }
}
