package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.telemetry.watch.EngineTelemetry;
import java.util.function.Consumer;

/** Hands the engine's timings to telemetry. */
final class EngineBridge implements EngineObserver {
    private final EngineTelemetry telemetry;
    private final Consumer<String> onJournalFailure;

    EngineBridge(EngineTelemetry telemetry, Consumer<String> onJournalFailure) {
        this.telemetry = telemetry;
        this.onJournalFailure = onJournalFailure;
    }

    @Override
    public void processed(Stamped stamped, long nanos) {
        telemetry.eventProcessed(stamped, nanos);
    }

    @Override
    public void forced(long nanos) {
        telemetry.journalForced(nanos);
    }

    @Override
    public void journalFailed(String message) {
        onJournalFailure.accept(message);
    }
}
