package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.db.StoreException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Projects outputs into the store. A store that refuses is given up until the next start, which brings it up to date
 * from the journal; trading goes on without it.
 */
final class StoreWriter implements OutputBus.Watcher {
    private final Projector projector;
    private final Consumer<String> onFailure;
    private boolean failed;

    StoreWriter(Projector projector, Consumer<String> onFailure) {
        this.projector = projector;
        this.onFailure = onFailure;
    }

    @Override
    public void accept(List<Output> batch) {
        if (failed) {
            return;
        }
        try {
            // The batch may end within the outputs of its last event, so only the event before it is complete.
            long complete = batch.getLast().cause().sequence() - 1;
            projector.apply(batch, Math.max(complete, projector.checkpoint()));
        } catch (StoreException refused) {
            failed = true;
            onFailure.accept(String.valueOf(refused.getMessage()));
        }
    }
}
