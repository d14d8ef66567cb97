package dev.sparkstacker.backtest.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalThreadsTest {
    private static final Window WINDOW = new Window(0, 10);
    private static final Outcome RAN = new Outcome.Ran(List.of(0.1), 2, 1, 3, "hash");

    private static List<Task> tasks(int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(new Task(new Candidate(i, List.of(i), List.of()), WINDOW));
        }
        return tasks;
    }

    @Test
    @Timeout(60)
    void aStopKeepsTheRunsUnderWayAndBeginsNoOther() throws Exception {
        CountDownLatch underWay = new CountDownLatch(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Evaluation slow = task -> {
            underWay.countDown();
            awaitUninterrupted(mayEnd);
            return RAN;
        };
        List<Task> heard = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean stopped = new AtomicBoolean();
        List<Task> tasks = tasks(8);
        try (SweepExecutor executor = new LocalThreads(slow, 2)) {
            Thread searching = Thread.ofPlatform().start(() -> {
                try {
                    executor.run(tasks, (task, outcome) -> heard.add(task));
                } catch (InterruptedException asked) {
                    stopped.set(true);
                }
            });
            underWay.await();
            searching.interrupt();
            // What has not begun is cancelled before the runs under way are waited for, and only that wait has a limit.
            await().until(() -> searching.getState() == Thread.State.TIMED_WAITING);
            mayEnd.countDown();
            searching.join();
        }

        assertThat(stopped).isTrue();
        assertThat(heard).containsExactlyInAnyOrder(tasks.get(0), tasks.get(1));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException("A run under way was interrupted", unwanted);
        }
    }
}
