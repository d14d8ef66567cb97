package dev.sparkstacker.domain.port;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import java.util.List;

/** The append-only record of every input and of every command, written before a command leaves. */
public interface Journal {
    /** Appends an event; durable only after {@link #commit}. @throws JournalException if it cannot be written */
    void append(Stamped event);

    /** Appends the commands an event caused. @throws JournalException if they cannot be written */
    void append(long causeSequence, List<Command> commands);

    /**
     * Ends a batch with a COMMIT record and forces everything to the disk.
     *
     * @throws JournalException if the disk refuses; the journal then takes nothing more
     */
    void commit();

    /** Stores a snapshot of the state after the given event. @throws JournalException if it cannot be written */
    void snapshot(long sequence, byte[] state);
}
