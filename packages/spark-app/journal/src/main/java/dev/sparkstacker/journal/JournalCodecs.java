package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.ByteSource;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import java.util.ArrayList;
import java.util.List;

/** The payloads of records. */
final class JournalCodecs {
    private final RecordCodec<Event> events = RecordCodec.forType(Event.class);
    private final RecordCodec<Command> commands = RecordCodec.forType(Command.class);

    String schema() {
        return events.schema() + commands.schema();
    }

    long schemaHash() {
        return StateHash.extend(events.schemaHash(), commands.schemaHash());
    }

    void encode(Event event, ByteSink sink) {
        events.encode(event, sink);
    }

    void encode(List<Command> list, ByteSink sink) {
        sink.writeVarint(list.size());
        for (int i = 0; i < list.size(); i++) {
            commands.encode(list.get(i), sink);
        }
    }

    Event decodeEvent(ByteSource source) {
        Event event = events.decode(source);
        source.expectEnd();
        return event;
    }

    List<Command> decodeCommands(ByteSource source) {
        int count = source.readCount(1);
        List<Command> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(commands.decode(source));
        }
        source.expectEnd();
        return List.copyOf(list);
    }
}
