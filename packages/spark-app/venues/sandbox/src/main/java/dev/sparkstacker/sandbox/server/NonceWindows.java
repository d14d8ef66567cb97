package dev.sparkstacker.sandbox.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The 100 highest nonces of each signer: a new one must be unused, above the smallest kept, and near the time. */
public final class NonceWindows {
    private static final int KEPT = 100;
    private static final long DAY_MS = 86_400_000L;

    private final Map<String, TreeSet<Long>> used = new TreeMap<>();

    /** Takes a nonce; the refusal's text, or null. It must be near either of the two times. */
    @Nullable
    String take(String signer, long nonce, long venueMs, long machineMs) {
        if (!isNear(nonce, venueMs) && !isNear(nonce, machineMs)) {
            long least = Math.min(venueMs, machineMs) - 2 * DAY_MS;
            return nonce < least
                    ? "Invalid nonce: nonce too low " + nonce + " < " + least
                    : "Invalid nonce: nonce too high " + nonce + " > " + (Math.max(venueMs, machineMs) + DAY_MS);
        }
        TreeSet<Long> kept = used.computeIfAbsent(signer, _ -> new TreeSet<>());
        if (kept.contains(nonce)) {
            return "Invalid nonce: duplicate nonce " + nonce;
        }
        if (kept.size() >= KEPT && nonce < kept.first()) {
            return "Invalid nonce: nonce too low " + nonce + " < " + kept.first();
        }
        restore(signer, nonce);
        return null;
    }

    /** Takes a stored nonce over. */
    public void restore(String signer, long nonce) {
        TreeSet<Long> kept = used.computeIfAbsent(signer, _ -> new TreeSet<>());
        kept.add(nonce);
        if (kept.size() > KEPT) {
            kept.pollFirst();
        }
    }

    /** The nonces kept, by signer. */
    public Map<String, List<Long>> kept() {
        Map<String, List<Long>> kept = new TreeMap<>();
        used.forEach((signer, nonces) -> kept.put(signer, List.copyOf(nonces)));
        return kept;
    }

    private static boolean isNear(long nonce, long nowMs) {
        return nonce > nowMs - 2 * DAY_MS && nonce < nowMs + DAY_MS;
    }
}
