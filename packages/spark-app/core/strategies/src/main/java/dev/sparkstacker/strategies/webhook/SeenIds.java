package dev.sparkstacker.strategies.webhook;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.Map;
import java.util.TreeMap;

/** Ids that were seen, by their 64-bit FNV-1a hash, for as long as one of them could still be fresh. */
final class SeenIds {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long keepMs;
    private final Map<Long, Long> seenAtMs = new TreeMap<>();

    SeenIds(long keepMs) {
        this.keepMs = keepMs;
    }

    boolean isNew(String id, long nowMs) {
        Long at = seenAtMs.get(hash(id));
        return at == null || at < nowMs - keepMs;
    }

    void add(String id, long nowMs) {
        seenAtMs.values().removeIf(at -> at < nowMs - keepMs);
        seenAtMs.put(hash(id), nowMs);
    }

    private static long hash(String id) {
        long hash = OFFSET;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * PRIME;
        }
        return hash;
    }

    void save(StateSink sink) {
        sink.putInt(seenAtMs.size());
        seenAtMs.forEach((hash, at) -> {
            sink.putLong(hash);
            sink.putLong(at);
        });
    }

    void load(StateSource source) {
        seenAtMs.clear();
        int count = source.getInt();
        for (int i = 0; i < count; i++) {
            long hash = source.getLong();
            seenAtMs.put(hash, source.getLong());
        }
    }
}
