package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.EventSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Hands people's requests to the engine and waits for its answer. */
final class OperatorRequests implements OutputBus.Watcher {
    private static final long PATIENCE_SECONDS = 5;

    private volatile EventSink engine = event -> {
        throw new IllegalStateException("No engine is connected yet");
    };
    private final Map<Long, CompletableFuture<Output.RequestAnswered>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong next;

    /** @param firstId must be above every id used before, so that an answer never meets another's question */
    OperatorRequests(long firstId) {
        this.next = new AtomicLong(firstId);
    }

    /** Says where requests go, before the first is made. */
    void connect(EventSink target) {
        engine = target;
    }

    /** Hands a request to the engine and waits for its answer. */
    Outcome ask(LongFunction<? extends Event> request) {
        return send(request).get();
    }

    /** Hands a request to the engine at once; what is returned waits for its answer, for a few seconds at most. */
    Supplier<Outcome> send(LongFunction<? extends Event> request) {
        long id = next.getAndIncrement();
        CompletableFuture<Output.RequestAnswered> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        engine.publish(request.apply(id));
        return () -> await(id, answer);
    }

    private Outcome await(long id, CompletableFuture<Output.RequestAnswered> answer) {
        try {
            Output.RequestAnswered answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Outcome(answered.accepted(), answered.message());
        } catch (TimeoutException silent) {
            return new Outcome(
                    false, "the engine did not answer within " + PATIENCE_SECONDS + " s; look at the status");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted while waiting for the engine");
        } finally {
            waiting.remove(id);
        }
    }

    @Override
    public void accept(List<Output> batch) {
        for (Output output : batch) {
            if (output instanceof Output.RequestAnswered answered) {
                CompletableFuture<Output.RequestAnswered> answer = waiting.get(answered.requestId());
                if (answer != null) {
                    answer.complete(answered);
                }
            }
        }
    }
}
