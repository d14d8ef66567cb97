package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.journal.TailEntry;
import dev.sparkstacker.simulator.check.InvariantBroken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An engine that never saw a snapshot: every event of the journal, folded in from the first one on. It is carried on from
 * start to start, so that each event is read and folded once.
 *
 * <pre>
 *  start 1:  1 ......... 40
 *  start 2:               41 ...... 90     only appended to since: goes on where it was
 *  start 3:  1 ........ 85                 ends before what was folded, a crash took the rest: from zero again
 * </pre>
 *
 * <p>Between two starts a journal is appended to or loses its end, nothing else, and every loss is seen here: nothing is
 * appended before a start has looked at the journal.
 */
final class ZeroReplay {
    private Engine engine = new Engine();
    private List<Output> outputs = new ArrayList<>();
    private long last;

    /** Folds in what the journal holds beyond what was folded before. */
    void catchUp(Recovered journal) throws IOException {
        long end = journal.findings().lastSequence();
        if (end < last) {
            engine = new Engine();
            outputs = new ArrayList<>();
            last = 0;
        }
        if (end == last) {
            return;
        }
        Turn turn = new Turn();
        try (Tail tail = journal.tailAfter(last)) {
            while (tail.hasNext()) {
                fold(tail.next(), turn);
            }
        }
    }

    private void fold(TailEntry entry, Turn turn) {
        Stamped event = entry.event();
        if (event.sequence() != last + 1) {
            throw new InvariantBroken(
                    "the journal can be read", "event " + event.sequence() + " follows event " + last);
        }
        engine.onEvent(event, turn);
        Recovery.requireSameCommands(entry, turn);
        outputs.addAll(turn.outputs());
        last = event.sequence();
    }

    /** The engine as it is after the last event. */
    Engine engine() {
        return engine;
    }

    /** Everything the events told, from the first one on. */
    List<Output> outputs() {
        return Collections.unmodifiableList(outputs);
    }
}
