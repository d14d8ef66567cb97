package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import java.util.List;

/**
 * The rolling hash of commands, as the journal's commits hold it, of commands decided again.
 *
 * <pre>
 *  hash ← extend(extend(hash, sequence of the cause), varint count, commands)      events without commands leave it
 * </pre>
 */
final class CommandsHash {
    private final RecordCodec<Command> codec = RecordCodec.forType(Command.class);
    private final ByteSink scratch = new ByteSink();
    private long hash;

    CommandsHash(long before) {
        this.hash = before;
    }

    void extend(long causeSequence, List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        scratch.clear();
        scratch.writeVarint(commands.size());
        commands.forEach(command -> codec.encode(command, scratch));
        hash = StateHash.extend(StateHash.extend(hash, causeSequence), scratch.array(), 0, scratch.size());
    }

    long value() {
        return hash;
    }
}
