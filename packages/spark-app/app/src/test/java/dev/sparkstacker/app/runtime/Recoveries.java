package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.Recovered;
import java.io.IOException;
import java.util.List;

/** The product's own way from a journal to an engine that may trade, for tests that kill it. */
public final class Recoveries {
    private final Recovery.Result result;

    private Recoveries(Recovery.Result result) {
        this.result = result;
    }

    /** Applies snapshot and tail as a start does. */
    public static Recoveries of(Recovered journal) throws IOException {
        return new Recoveries(Recovery.recover(journal));
    }

    /** The engine as it was left. */
    public Engine engine() {
        return result.engine();
    }

    /** The last event folded in. */
    public long lastSequence() {
        return result.lastSequence();
    }

    /** What was told of the tail. */
    public List<Output> outputs() {
        return result.outputs();
    }

    /** Whether another build decided on any of the tail. */
    public boolean applied() {
        return result.applied();
    }

    /** Begins the next epoch as a start does. */
    public FileJournal beginEpoch(long machineTimeMs) throws IOException {
        return Recovery.beginEpoch(result, machineTimeMs);
    }
}
