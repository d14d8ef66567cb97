package dev.sparkstacker.engine;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.domain.port.JournalException;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory that can be told to fail. */
final class MemoryJournal implements Journal {
    /** An event and the commands it caused. */
    record Entry(Stamped event, List<Command> commands) {}

    private final List<Entry> entries = new ArrayList<>();
    private int uncommitted;
    private boolean failing;
    private boolean failingAtCommit;

    void fail() {
        failing = true;
    }

    /** The next entry cannot be forced to the disk: nothing but an entry is committed while flat. */
    void failAtCommit() {
        failingAtCommit = true;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Loses what was not committed, as a crash does. */
    void tear() {
        for (; uncommitted > 0; uncommitted--) {
            entries.removeLast();
        }
    }

    @Override
    public void append(Stamped event) {
        refuseIfFailing();
        entries.add(new Entry(event, List.of()));
        uncommitted++;
    }

    @Override
    public void append(long causeSequence, List<Command> commands) {
        refuseIfFailing();
        Entry last = entries.removeLast();
        entries.add(new Entry(last.event(), commands));
    }

    @Override
    public void commit() {
        boolean entering = entries.getLast().commands().stream()
                .anyMatch(command -> command instanceof Command.PlaceOrders place && !place.reducesRisk());
        failing |= failingAtCommit && entering;
        refuseIfFailing();
        uncommitted = 0;
    }

    @Override
    public void snapshot(long sequence, byte[] state) {
        throw new UnsupportedOperationException("scenarios take snapshots themselves");
    }

    private void refuseIfFailing() {
        if (failing) {
            throw new JournalException("the disk is full");
        }
    }
}
