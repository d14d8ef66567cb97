package dev.sparkstacker.simulator.schedule;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a seed, as a hash, and on demand as lines. Two runs of a seed agree in every step exactly
 * when their hashes agree.
 */
public final class Trace {
    private static final long PRIME = 0x100000001B3L;

    private final LongSupplier nowNanos;
    private final @Nullable Consumer<String> lines;
    private long hash = 0xCBF29CE484222325L;
    private long notes;

    /** @param lines takes each note as a line, or null */
    public Trace(LongSupplier nowNanos, @Nullable Consumer<String> lines) {
        this.nowNanos = nowNanos;
        this.lines = lines;
    }

    /** Notes that something happened now. */
    public void note(String what, String detail) {
        long now = nowNanos.getAsLong();
        mix(now);
        mix(what.hashCode());
        mix(detail.hashCode());
        notes++;
        if (lines != null) {
            lines.accept(String.format(Locale.ROOT, "%12.6f  %-10s %s", now / 1e9, what, detail));
        }
    }

    /** Counts something too frequent for a note of its own. */
    public void count(long number) {
        mix(number);
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    /** The hash of all notes so far. */
    public long hash() {
        return hash;
    }

    /** How many notes there are. */
    public long notes() {
        return notes;
    }
}
