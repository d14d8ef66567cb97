package dev.sparkstacker.backtest.optimize;

import java.util.List;
import java.util.function.BiConsumer;

/** Carries out many runs. Whoever does so, the same tasks give the same outcomes. */
public interface SweepExecutor extends AutoCloseable {
    /**
     * Runs tasks.
     *
     * @param finished hears of each as soon as it is done, in whatever order, one call at a time
     * @return the outcomes in the order of the tasks
     * @throws InterruptedException if the calling thread is interrupted; what was not begun is not run, and what was
     *     under way is waited for a while and heard of
     */
    List<Outcome> run(List<Task> tasks, BiConsumer<Task, Outcome> finished) throws InterruptedException;

    @Override
    void close();
}
