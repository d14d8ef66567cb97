package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.engine.EngineAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The hand-off in front of the engine, in the application's form: a bounded queue and one platform thread that waits on
 * it, without spinning.
 */
final class EngineLoop implements AutoCloseable {
    private static final int CAPACITY = 65_536;
    private static final int BATCH = 512;
    private static final long IDLE_WAIT_MS = 5;

    private final ArrayBlockingQueue<Input> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final EngineAgent agent;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Throwable failure;

    private sealed interface Input {
        record Happened(Event event) implements Input {}

        record Do(Runnable task, CompletableFuture<Boolean> done) implements Input {}
    }

    EngineLoop(EngineAgent agent) {
        this.agent = agent;
        thread = Thread.ofPlatform().name("engine").start(this::run);
    }

    void publish(Event event) {
        queue.add(new Input.Happened(event));
    }

    /** Lets the engine's thread do something between batches and waits for it. */
    void between(Runnable task) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        queue.add(new Input.Do(task, done));
        done.get(10, TimeUnit.SECONDS);
    }

    /** What ended the engine's thread, or null while it is well. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Input> inputs = new ArrayList<>(BATCH);
        try {
            while (running) {
                Input first = queue.poll(IDLE_WAIT_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    inputs.add(first);
                    queue.drainTo(inputs, BATCH - 1);
                    take(inputs);
                    inputs.clear();
                }
                agent.tickIfDue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            failure = broken;
        }
    }

    private void take(List<Input> inputs) {
        List<Event> events = new ArrayList<>(inputs.size());
        for (Input input : inputs) {
            switch (input) {
                case Input.Happened happened -> events.add(happened.event());
                case Input.Do task -> {
                    task.task().run();
                    task.done().complete(true);
                }
            }
        }
        if (!events.isEmpty()) {
            agent.doWork(events);
        }
    }
}
