package dev.sparkstacker.risk.breaker;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Instants, oldest first: a window on an array that later slices go on filling behind this one's end, so that one more
 * instant costs nothing. What a slice shows never changes.
 */
final class TimeSlice extends AbstractList<Long> implements RandomAccess {
    private static final int FIRST_CAPACITY = 16;

    private final Shared shared;
    private final int from;
    private final int end;

    /** The instants with how many of them are taken: only the slice that ends there may go on. */
    private static final class Shared {
        private final long[] timesMs;
        private int taken;

        private Shared(int capacity) {
            timesMs = new long[capacity];
        }
    }

    private TimeSlice(Shared shared, int from, int end) {
        this.shared = shared;
        this.from = from;
        this.end = end;
    }

    /** Another instant after the given ones; the oldest fall off beyond the number kept. */
    static TimeSlice with(List<Long> before, long timeMs, int keep) {
        TimeSlice room = before instanceof TimeSlice slice && slice.hasRoom() ? slice : copy(before, keep);
        room.shared.timesMs[room.end] = timeMs;
        room.shared.taken = room.end + 1;
        return new TimeSlice(room.shared, Math.max(room.from, room.end + 1 - keep), room.end + 1);
    }

    private boolean hasRoom() {
        return shared.taken == end && end < shared.timesMs.length;
    }

    private static TimeSlice copy(List<Long> before, int keep) {
        int size = Math.min(before.size(), keep);
        Shared shared = new Shared(Math.max(FIRST_CAPACITY, 2 * size));
        for (int i = 0; i < size; i++) {
            shared.timesMs[i] = before.get(before.size() - size + i);
        }
        shared.taken = size;
        return new TimeSlice(shared, 0, size);
    }

    @Override
    public Long get(int index) {
        return shared.timesMs[from + Objects.checkIndex(index, size())];
    }

    @Override
    public int size() {
        return end - from;
    }
}
