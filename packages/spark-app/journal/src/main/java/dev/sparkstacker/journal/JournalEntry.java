package dev.sparkstacker.journal;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import java.util.List;

/** One thing the journal tells, in the order in which it was written. */
public sealed interface JournalEntry {
    /** A segment begins. */
    record SegmentBegun(String file, SegmentHeader header) implements JournalEntry {}

    /** An event. */
    record EventRecorded(Stamped event) implements JournalEntry {}

    /** The commands an event caused. */
    record CommandsRecorded(long causeSequence, List<Command> commands) implements JournalEntry {}

    /** Everything up to an event was made durable. {@code commandsHash} is the rolling hash of all commands so far. */
    record Committed(long lastSequence, long commandsHash) implements JournalEntry {}

    /** A snapshot of the state after an event was stored. */
    record SnapshotStored(long sequence) implements JournalEntry {}

    /** The process ended in order. */
    record OrderlyStop(long lastSequence) implements JournalEntry {}
}
