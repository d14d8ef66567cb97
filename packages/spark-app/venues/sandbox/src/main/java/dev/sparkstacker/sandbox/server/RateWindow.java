package dev.sparkstacker.sandbox.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts weight over the last minute of venue time. Thread-safe. */
final class RateWindow {
    private static final long MINUTE_MS = 60_000;

    private record Spent(long timeMs, int weight) {}

    private final int limit;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int sum;

    RateWindow(int limit) {
        this.limit = limit;
    }

    /** Takes weight if it fits. */
    synchronized boolean take(int weight, long nowMs) {
        while (!spent.isEmpty() && spent.peekFirst().timeMs <= nowMs - MINUTE_MS) {
            sum -= spent.removeFirst().weight;
        }
        if (sum + weight > limit) {
            return false;
        }
        add(weight, nowMs);
        return true;
    }

    /** Adds weight whether or not it fits: what an answer turned out to cost. */
    synchronized void add(int weight, long nowMs) {
        spent.addLast(new Spent(nowMs, weight));
        sum += weight;
    }
}
