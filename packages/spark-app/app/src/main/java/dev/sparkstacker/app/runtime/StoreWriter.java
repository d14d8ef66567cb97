package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.db.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Projects outputs into the store. A store that refuses is given up until the next start, which brings it up to date
 * from the journal; trading goes on without it.
 */
final class StoreWriter implements OutputBus.Watcher {
    private final Projector projector;
    private final AtomicLong lost;
    private final Consumer<String> onFailure;
    private volatile String fault = "";

    /** @param lost outputs that never reach the store; after the first, what is stored must not run ahead of them */
    StoreWriter(Projector projector, AtomicLong lost, Consumer<String> onFailure) {
        this.projector = projector;
        this.lost = lost;
        this.onFailure = onFailure;
    }

    /** What the store refused with, or empty. */
    String fault() {
        return fault;
    }

    @Override
    public void accept(List<Output> batch) {
        if (!fault.isEmpty()) {
            return;
        }
        if (lost.get() > 0) {
            giveUp("outputs came faster than they could be stored; the next start adds them from the journal");
            return;
        }
        try {
            // The batch may end within the outputs of its last event, so only the event before it is complete.
            long complete = batch.getLast().cause().sequence() - 1;
            projector.apply(batch, Math.max(complete, projector.checkpoint()));
        } catch (StoreException refused) {
            giveUp(String.valueOf(refused.getMessage()));
        }
    }

    private void giveUp(String why) {
        fault = why;
        onFailure.accept(why);
    }
}
