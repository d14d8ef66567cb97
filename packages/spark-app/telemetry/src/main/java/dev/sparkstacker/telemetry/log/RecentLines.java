package dev.sparkstacker.telemetry.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last lines that were written, whatever their category. */
public final class RecentLines implements LogListener {
    private final int capacity;
    private final Level least;
    private final ArrayDeque<Line> lines = new ArrayDeque<>();

    /**
     * One written line.
     *
     * @param timestamp its time
     * @param level its level
     * @param message its text
     * @param json the whole line
     */
    public record Line(String timestamp, Level level, String message, String json) {}

    /** Keeps {@code capacity} lines of the given level and above. */
    public RecentLines(int capacity, Level least) {
        this.capacity = capacity;
        this.least = least;
    }

    @Override
    public synchronized void written(
            LogEvent event, Level level, Category category, String timestamp, String message, String json) {
        if (!level.atLeast(least)) {
            return;
        }
        if (lines.size() == capacity) {
            lines.removeFirst();
        }
        lines.addLast(new Line(timestamp, level, message, json));
    }

    /** The lines, oldest first. */
    public synchronized List<Line> lines() {
        return new ArrayList<>(lines);
    }
}
