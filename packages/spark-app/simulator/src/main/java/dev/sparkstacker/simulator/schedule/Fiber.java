package dev.sparkstacker.simulator.schedule;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A task with a stack of its own that runs only in its turns.
 *
 * <pre>
 *  timeline:  run() ──baton──►                    ◄──baton── goes on
 *  fiber:                     works ... park() ───────►       (waits for its next turn)
 * </pre>
 */
final class Fiber {
    private final Thread thread;
    private final Thread timeline;
    private volatile boolean hasBaton;
    private volatile boolean ended;
    private boolean started;
    private @Nullable Crash killed;

    /**
     * @param timeline the thread that gives turns
     * @param work must not throw
     */
    Fiber(String name, Thread timeline, Runnable work) {
        this.timeline = timeline;
        thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } finally {
                ended = true;
                handBack();
            }
        });
    }

    /** Gives it the baton and waits until it comes back. By the timeline. */
    void run() {
        if (ended) {
            return;
        }
        hasBaton = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (hasBaton) {
            LockSupport.park(this);
        }
    }

    /** Hands the baton back and waits for the next turn. By the fiber itself. */
    void park() {
        handBack();
        while (!hasBaton) {
            LockSupport.park(this);
            boolean _ = Thread.interrupted();
        }
        if (killed != null) {
            throw killed;
        }
    }

    private void handBack() {
        hasBaton = false;
        LockSupport.unpark(timeline);
    }

    /** Lets its present waiting throw; one that never ran never will. By the timeline. */
    void kill(Crash crash) {
        if (!started) {
            ended = true;
        } else if (!ended) {
            killed = crash;
            run();
        }
    }

    boolean hasEnded() {
        return ended;
    }
}
