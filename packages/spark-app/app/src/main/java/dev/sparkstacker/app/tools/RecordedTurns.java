package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.journal.JournalEntry;
import dev.sparkstacker.journal.JournalReader;
import dev.sparkstacker.journal.SegmentHeader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The journal's events, each with all of its commands; it throws what {@link JournalReader} throws. */
final class RecordedTurns implements Closeable {
    private final JournalReader reader;
    private @Nullable SegmentHeader header;
    private @Nullable SegmentHeader firstHeader;
    private String file = "";
    private @Nullable RecordedTurn pending;

    RecordedTurns(JournalReader reader) {
        this.reader = reader;
    }

    /** The next event, or null at the end. */
    @Nullable
    RecordedTurn next() {
        while (reader.hasNext()) {
            RecordedTurn whole = take(reader.next());
            if (whole != null) {
                return whole;
            }
        }
        RecordedTurn last = pending;
        pending = null;
        return last;
    }

    /** Header of the first segment read; there is one once {@link #next} was called. */
    SegmentHeader firstHeader() {
        return Objects.requireNonNull(firstHeader, "nothing was read yet");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** An event waits until the next one shows that it has no more commands. */
    private @Nullable RecordedTurn take(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.SegmentBegun(String name, SegmentHeader begun) -> {
                file = name;
                header = begun;
                if (firstHeader == null) {
                    firstHeader = begun;
                }
            }
            case JournalEntry.EventRecorded(Stamped event) -> {
                RecordedTurn whole = pending;
                pending = new RecordedTurn(event, List.of(), file, Objects.requireNonNull(header));
                return whole;
            }
            case JournalEntry.CommandsRecorded(long cause, List<Command> commands) -> {
                RecordedTurn turn = pending;
                if (turn != null && turn.event().sequence() == cause) {
                    List<Command> all = new ArrayList<>(turn.commands());
                    all.addAll(commands);
                    pending = new RecordedTurn(turn.event(), List.copyOf(all), turn.file(), turn.writtenBy());
                }
            }
            case JournalEntry.Committed committed -> {}
            case JournalEntry.SnapshotStored stored -> {}
            case JournalEntry.OrderlyStop stop -> {}
        }
        return null;
    }
}
