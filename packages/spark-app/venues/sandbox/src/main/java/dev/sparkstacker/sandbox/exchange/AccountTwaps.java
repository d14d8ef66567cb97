package dev.sparkstacker.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account's TWAP orders: those that run and the newest of those that ended. */
public final class AccountTwaps {
    private static final int KEPT = 500;

    private final TreeMap<Long, Twap> running = new TreeMap<>();
    private final TreeMap<Long, Twap> ended = new TreeMap<>();

    /** TWAPs that run, oldest first. */
    public List<Twap> running() {
        return List.copyOf(running.values());
    }

    /** TWAPs that ended, oldest first. */
    public List<Twap> ended() {
        return new ArrayList<>(ended.values());
    }

    @Nullable
    Twap running(long id) {
        return running.get(id);
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Takes a new TWAP, or one whose status changed. */
    void put(Twap twap) {
        if (twap.isRunning()) {
            running.put(twap.id(), twap);
            return;
        }
        running.remove(twap.id());
        ended.put(twap.id(), twap);
        if (ended.size() > KEPT) {
            ended.remove(ended.firstKey());
        }
    }
}
