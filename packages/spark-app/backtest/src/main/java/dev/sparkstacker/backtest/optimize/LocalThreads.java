package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Runs on some threads of this process. */
public final class LocalThreads implements SweepExecutor {
    /** How long a stop waits for the runs under way, so that their work is kept; a person is waiting too. */
    private static final long PATIENCE_SECONDS = 10;

    private final Evaluation evaluation;
    private final ExecutorService threads;

    /** @param count of threads, at least 1 */
    public LocalThreads(Evaluation evaluation, int count) {
        this.evaluation = evaluation;
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("sweep-", 1).daemon().factory());
    }

    @Override
    public List<Outcome> run(List<Task> tasks, BiConsumer<Task, Outcome> finished) throws InterruptedException {
        List<Future<Outcome>> running = new ArrayList<>();
        Object oneAtATime = new Object();
        for (Task task : tasks) {
            running.add(threads.submit(() -> {
                Outcome outcome = evaluation.run(task);
                synchronized (oneAtATime) {
                    finished.accept(task, outcome);
                }
                return outcome;
            }));
        }
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new SweepException("A run failed: " + e.getCause(), e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException stopped) {
            running.forEach(future -> future.cancel(false));
            awaitRunsUnderWay();
            throw stopped;
        } finally {
            running.forEach(future -> future.cancel(false));
        }
    }

    private void awaitRunsUnderWay() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    /** Takes nothing more; runs under way end by themselves. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
