package dev.sparkstacker.simulator.schedule;

/** What the machine's clock shows: true time, plus every jump that somebody or something made it take. */
public final class WallClock {
    private final Timeline timeline;
    private final long startMs;
    private long jumpedMs;

    /** @param startMs true time when the world began */
    public WallClock(Timeline timeline, long startMs) {
        this.timeline = timeline;
        this.startMs = startMs;
    }

    /** Milliseconds since the UTC epoch, as shown. */
    public long nowMs() {
        return trueMs() + jumpedMs;
    }

    /** Milliseconds since the UTC epoch, as they are. */
    public long trueMs() {
        return startMs + timeline.nowMs();
    }

    /** Moves the clock. */
    public void jump(long byMs) {
        jumpedMs += byMs;
    }

    /** Puts the clock right. */
    public void heal() {
        jumpedMs = 0;
    }
}
