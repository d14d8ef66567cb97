package dev.sparkstacker.simulator.schedule;

import dev.sparkstacker.hyperliquid.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The machine under one process, in virtual time: its tasks take turns on the timeline. Once the process is killed
 * nothing of it runs any more.
 */
public final class SimulatedMachine implements Machine {
    private static final int WAKE_NANOS = 20_000;

    private final Timeline timeline;
    private final WallClock wall;
    private final SplittableRandom random;
    private final Consumer<Throwable> onFailure;
    private final List<SimulatedTask> tasks = new ArrayList<>();
    private boolean dead;

    /**
     * @param wall what the machine's clock shows
     * @param onFailure told what a task threw: no task of the product may die of an exception
     */
    public SimulatedMachine(Timeline timeline, WallClock wall, SplittableRandom random, Consumer<Throwable> onFailure) {
        this.timeline = timeline;
        this.wall = wall;
        this.random = random;
        this.onFailure = onFailure;
    }

    private static final class SimulatedTask implements Task {
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private @Nullable Fiber fiber;
        private @Nullable Runnable wake;
        private boolean interrupted;

        @Override
        public void interrupt() {
            interrupted = true;
            if (wake != null) {
                wake.run();
            }
        }

        @Override
        public CompletableFuture<Void> ended() {
            return ended;
        }
    }

    /** Kills everything that runs; nothing is heard of it again. Its stacks are unwound when nobody's turn is under way. */
    public void kill() {
        if (!dead) {
            dead = true;
            Timeline.Entry _ = timeline.after(0, this::unwind);
        }
    }

    private void unwind() {
        Crash crash = new Crash("a waiting task");
        for (SimulatedTask task : List.copyOf(tasks)) {
            if (task.fiber != null) {
                task.fiber.kill(crash);
            }
        }
        tasks.clear();
    }

    /** Whether the process still lives. */
    public boolean isAlive() {
        return !dead;
    }

    /** Does work of the process after a while, unless it is dead by then. */
    public void after(long nanos, Runnable work) {
        Timeline.Entry _ = timeline.after(nanos, () -> {
            if (!dead) {
                guarded(work);
            }
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            onFailure.accept(thrown);
        }
    }

    @Override
    public Task start(String name, Work work) {
        SimulatedTask task = new SimulatedTask();
        if (dead) {
            return task;
        }
        Fiber fiber = new Fiber(name, timeline.thread(), () -> carryOut(task, work));
        task.fiber = fiber;
        tasks.add(task);
        if (tasks.size() > 64) {
            tasks.removeIf(other -> other.fiber != null && other.fiber.hasEnded());
        }
        turnSoon(fiber);
        return task;
    }

    private void carryOut(SimulatedTask task, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            task.interrupted = true;
        } catch (RuntimeException | Error thrown) {
            if (!dead) {
                onFailure.accept(thrown);
            }
        } finally {
            if (!dead) {
                task.ended.complete(null);
            }
        }
    }

    private void turnSoon(Fiber fiber) {
        Timeline.Entry _ = timeline.after(random.nextInt(WAKE_NANOS), () -> turn(fiber));
    }

    private void turn(Fiber fiber) {
        if (!dead && !fiber.hasEnded()) {
            timeline.turn(fiber);
        }
    }

    @Override
    public Task every(String name, long pauseMs, Runnable work) {
        SimulatedTask task = new SimulatedTask();
        again(task, pauseMs, work);
        return task;
    }

    private void again(SimulatedTask task, long pauseMs, Runnable work) {
        after(pauseMs * 1_000_000, () -> {
            if (!task.interrupted) {
                work.run();
                again(task, pauseMs, work);
            }
        });
    }

    @Override
    public void sleep(long millis) throws InterruptedException {
        boolean _ = pause(new CompletableFuture<>(), millis * 1_000_000);
    }

    @Override
    public <T> T await(CompletableFuture<T> future, long timeoutNanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!future.isDone() && !pause(future, timeoutNanos)) {
            throw new TimeoutException();
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new ExecutionException(e.getCause());
        } catch (CancellationException e) {
            throw new ExecutionException(e);
        }
    }

    /** Waits for a future or a time, whichever comes first. Returns whether it was the future. */
    private boolean pause(CompletableFuture<?> future, long nanos) throws InterruptedException {
        Fiber fiber = timeline.running();
        SimulatedTask task = taskOf(fiber);
        failIfInterrupted(task);
        Wait wait = new Wait(() -> turnSoon(fiber));
        task.wake = wait::over;
        Timeline.Entry timer = nanos == Long.MAX_VALUE ? null : timeline.after(nanos, wait::over);
        var _ = future.whenComplete((_, _) -> wait.over());
        fiber.park();
        task.wake = null;
        if (timer != null) {
            timer.cancel();
        }
        failIfInterrupted(task);
        return future.isDone();
    }

    /** One waiting: ended once, by whoever comes first. */
    private static final class Wait {
        private final Runnable turn;
        private boolean isOver;

        Wait(Runnable turn) {
            this.turn = turn;
        }

        void over() {
            if (!isOver) {
                isOver = true;
                turn.run();
            }
        }
    }

    private SimulatedTask taskOf(Fiber fiber) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            SimulatedTask task = tasks.get(i);
            if (fiber.equals(task.fiber)) {
                return task;
            }
        }
        throw new IllegalStateException("A task of another process waits on this one's machine");
    }

    private static void failIfInterrupted(SimulatedTask task) throws InterruptedException {
        if (task.interrupted) {
            task.interrupted = false;
            throw new InterruptedException();
        }
    }

    @Override
    public RandomGenerator random() {
        return random.split();
    }

    @Override
    public long nanos() {
        return timeline.nowNanos();
    }

    @Override
    public long epochMs() {
        return wall.nowMs();
    }
}
