package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.JournalTools.ReplayOptions;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.JournalReader;
import dev.sparkstacker.journal.Recovered.Findings;
import dev.sparkstacker.journal.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds a journal's events into a fresh engine and holds every decision against the recorded one.
 *
 * <pre>
 *  snapshot (or nothing) ─► engine ◄─ events after it, until the last
 *                             │
 *                             ├─► commands of each event     = those recorded?
 *                             ├─► state after the snapshot's event, where replay began before it   = the snapshot?
 *                             └─► rolling hash at the end    = that of the last commit?
 * </pre>
 */
final class Replay {
    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);

    private final Terminal terminal;
    private final PrintWriter out;
    private final ReplayOptions options;
    private final Findings findings;
    private final String build;
    private final @Nullable Snapshot start;
    private final Engine engine = new Engine();
    private long events;
    private long commands;
    private long lastSequence;

    /**
     * Prepares.
     *
     * @param findings what is known of the journal
     * @param start the snapshot to begin at, or null to begin with the first event
     * @param build which code replays
     */
    Replay(Terminal terminal, ReplayOptions options, Findings findings, @Nullable Snapshot start, String build) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.options = options;
        this.findings = findings;
        this.start = start;
        this.build = build;
    }

    /** Hash of the form of snapshots. */
    static long stateSchemaHash() {
        return STATE.schemaHash();
    }

    /** Replays and prints. @return whether everything is as recorded */
    boolean run(JournalReader reader) throws IOException {
        if (start != null) {
            engine.load(STATE.fromBytes(start.state()));
            lastSequence = start.sequence();
        }
        out.println("start          " + (start == null ? "first event" : "snapshot after event " + start.sequence()));
        long until = Math.min(options.untilSequence(), findings.lastSequence());
        try (RecordedTurns turns = new RecordedTurns(reader);
                ProgressBar progress = progress(until - lastSequence)) {
            List<String> divergence = fold(turns, until, progress);
            divergence.forEach(out::println);
            return divergence.isEmpty();
        }
    }

    private List<String> fold(RecordedTurns turns, long until, ProgressBar progress) {
        Turn turn = new Turn();
        long after = lastSequence;
        CommandsHash hash = null;
        RecordedTurn last = null;
        for (RecordedTurn recorded = turns.next(); recorded != null; recorded = turns.next()) {
            long sequence = recorded.event().sequence();
            if (sequence > until) {
                break;
            }
            if (hash == null) {
                hash = new CommandsHash(turns.firstHeader().commandsHash());
            }
            if (sequence <= after) {
                hash.extend(sequence, recorded.commands());
                continue;
            }
            engine.onEvent(recorded.event(), turn);
            List<Command> decided = turn.commands();
            count(sequence, decided);
            if (!decided.equals(recorded.commands())) {
                return Divergence.ofCommands(recorded, decided, build);
            }
            hash.extend(sequence, decided);
            Snapshot snapshot = findings.snapshot().orElse(null);
            if (snapshot != null && snapshot.sequence() == sequence) {
                long then = StateHash.of(snapshot.state());
                if (then != stateHash()) {
                    return Divergence.ofState(recorded, then, stateHash(), build);
                }
            }
            progress.at(sequence - after);
            last = recorded;
        }
        long rolling = hash == null ? findings.commandsHash() : hash.value();
        summary(rolling);
        boolean whole = lastSequence == findings.lastSequence();
        return whole && last != null && rolling != findings.commandsHash()
                ? Divergence.ofHash(last, findings.commandsHash(), rolling, build)
                : List.of();
    }

    private void count(long sequence, List<Command> decided) {
        events++;
        commands += decided.size();
        lastSequence = sequence;
        if (options.printCommands()) {
            for (Command command : decided) {
                out.println(sequence + " " + command);
            }
        }
    }

    private void summary(long rolling) {
        out.println("last event     " + lastSequence);
        out.println("events         " + events);
        out.println("commands       " + commands);
        out.println("commands hash  " + Divergence.hex(rolling));
        out.println("state hash     " + Divergence.hex(stateHash()));
    }

    private long stateHash() {
        return StateHash.of(STATE.toBytes(engine.state()));
    }

    /** Where commands are printed, a bar would only tear them apart. */
    private ProgressBar progress(long total) {
        return options.printCommands()
                ? new ProgressBar(unwatched(), "Replaying", 0)
                : new ProgressBar(terminal, "Replaying", total);
    }

    private Terminal unwatched() {
        return new Terminal(
                out,
                terminal.err(),
                false,
                terminal.width(),
                terminal.environment(),
                terminal.home(),
                terminal.askHidden(),
                terminal.askLine());
    }
}
