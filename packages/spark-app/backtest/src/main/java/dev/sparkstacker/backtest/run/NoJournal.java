package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.port.Journal;
import java.util.List;

/**
 * What a backtest writes: nothing. A journal keeps what could not be had a second time; a backtest's input is a file,
 * and the same file gives the same run.
 */
final class NoJournal implements Journal {
    @Override
    public void append(Stamped event) {
        // The file can be read again.
    }

    @Override
    public void append(long causeSequence, List<Command> commands) {
        // The same events give the same commands.
    }

    @Override
    public void commit() {
        // Nothing waits to be forced.
    }

    @Override
    public void snapshot(long sequence, byte[] state) {
        // A backtest begins at its beginning.
    }
}
