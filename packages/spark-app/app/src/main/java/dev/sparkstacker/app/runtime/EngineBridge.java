package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.telemetry.watch.EngineTelemetry;
import java.util.function.Consumer;

/**
 * Hands the engine's timings to telemetry, and its outputs on. An output names the event that caused it, so the time
 * that event took is the time of the judgement it tells of.
 *
 * <p>Used by the engine's thread alone.
 */
final class EngineBridge implements EngineObserver, OutputSink {
    /** At least the events of one batch; a power of two. */
    private static final int REMEMBERED = 1024;

    private final EngineTelemetry telemetry;
    private final OutputSink outputs;
    private final Consumer<String> onJournalFailure;
    private final long[] nanosBySequence = new long[REMEMBERED];

    EngineBridge(EngineTelemetry telemetry, OutputSink outputs, Consumer<String> onJournalFailure) {
        this.telemetry = telemetry;
        this.outputs = outputs;
        this.onJournalFailure = onJournalFailure;
    }

    @Override
    public void processed(Stamped stamped, long nanos) {
        nanosBySequence[slot(stamped.sequence())] = nanos;
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

    @Override
    public void publish(Output output) {
        if (output instanceof Output.BarJudged judged) {
            telemetry.judged(
                    judged.strategy(), nanosBySequence[slot(judged.cause().sequence())]);
        }
        outputs.publish(output);
    }

    /** A command left; {@code sinceNanos} is when the oldest event of its batch arrived, 0 where a timer caused it. */
    void released(long sinceNanos) {
        if (sinceNanos != 0) {
            telemetry.decided(System.nanoTime() - sinceNanos);
        }
    }

    private static int slot(long sequence) {
        return (int) (sequence & (REMEMBERED - 1));
    }
}
