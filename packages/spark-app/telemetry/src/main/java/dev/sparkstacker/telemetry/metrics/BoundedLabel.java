package dev.sparkstacker.telemetry.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A label whose values come from outside: the first ones keep their name, the rest share {@code other}, so that no
 * sender can fill the memory with time series.
 */
public final class BoundedLabel {
    /** What every value beyond the limit is called. */
    public static final String OTHER = "other";

    private final int limit;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Keeps about {@code limit} values apart; simultaneous first sightings may exceed it by a few. */
    public BoundedLabel(int limit) {
        this.limit = limit;
    }

    /** The value itself, or {@link #OTHER}. */
    public String of(String value) {
        if (known.contains(value)) {
            return value;
        }
        if (known.size() >= limit) {
            return OTHER;
        }
        known.add(value);
        return value;
    }
}
