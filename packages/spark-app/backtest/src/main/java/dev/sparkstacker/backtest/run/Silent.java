package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.engine.EngineObserver;

/** Nobody measures single events of a backtest; a journal that fails is impossible here. */
final class Silent implements EngineObserver {
    @Override
    public void processed(Stamped stamped, long nanos) {
        // Only the whole run is timed.
    }

    @Override
    public void forced(long nanos) {
        // Memory needs no force.
    }

    @Override
    public void journalFailed(String message) {
        throw new IllegalStateException("A journal that writes nothing failed: " + message);
    }
}
