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
    private static final RecordCodec<Event> EVENTS = RecordCodec.forType(Event.class);
    private static final RecordCodec<Command> COMMANDS = RecordCodec.forType(Command.class);
    private static final String SCHEMA = EVENTS.schema() + COMMANDS.schema();
    private static final long SCHEMA_HASH = StateHash.extend(EVENTS.schemaHash(), COMMANDS.schemaHash());

    String schema() {
        return SCHEMA;
    }

    long schemaHash() {
        return SCHEMA_HASH;
    }

    void encode(Event event, ByteSink sink) {
        EVENTS.encode(event, sink);
    }

    void encode(List<Command> list, ByteSink sink) {
        sink.writeVarint(list.size());
        for (int i = 0; i < list.size(); i++) {
            COMMANDS.encode(list.get(i), sink);
        }
    }

    Event decodeEvent(ByteSource source) {
        Event event = EVENTS.decode(source);
        source.expectEnd();
        return event;
    }

    List<Command> decodeCommands(ByteSource source) {
        int count = source.readCount(1);
        List<Command> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(COMMANDS.decode(source));
        }
        source.expectEnd();
        return List.copyOf(list);
    }
}
