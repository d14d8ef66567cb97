package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.Arrays;

/** Which parts of an entry hold, and since which bar each of them stands as it does. */
@SuppressWarnings("EnumOrdinal") // a bit and a place for each part, set with every bar; saved in the same order
final class Parts {
    private static final Explanation.Part[] ALL = Explanation.Part.values();
    private static final long NEVER = -1;

    private final long[] sinceMs;
    private int met;

    Parts() {
        sinceMs = new long[ALL.length];
        Arrays.fill(sinceMs, NEVER);
    }

    private Parts(Parts from) {
        sinceMs = from.sinceMs.clone();
        met = from.met;
    }

    /** What stands now, untouched by later bars. */
    Parts copy() {
        return new Parts(this);
    }

    void set(Explanation.Part part, boolean holds, long barMs) {
        int place = part.ordinal();
        if (holds != isMet(part) || sinceMs[place] == NEVER) {
            sinceMs[place] = barMs;
        }
        met = holds ? met | 1 << place : met & ~(1 << place);
    }

    boolean isMet(Explanation.Part part) {
        return (met & 1 << part.ordinal()) != 0;
    }

    /** Open time of the bar since which it stands so, or -1 before the first. */
    long sinceMs(Explanation.Part part) {
        return sinceMs[part.ordinal()];
    }

    int missing() {
        return ALL.length - Integer.bitCount(met);
    }

    void save(StateSink sink) {
        for (Explanation.Part part : ALL) {
            sink.putInt(isMet(part) ? 1 : 0);
            sink.putLong(sinceMs(part));
        }
    }

    void load(StateSource source) {
        for (int place = 0; place < ALL.length; place++) {
            boolean holds = source.getInt() == 1;
            met = holds ? met | 1 << place : met & ~(1 << place);
            sinceMs[place] = source.getLong();
        }
    }
}
