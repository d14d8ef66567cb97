package dev.sparkstacker.backtest.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Denials for one reason.
 *
 * @param first the earliest of them, whose value and limit stand for all
 * @param lastMs time of the latest
 */
public record DenialGroup(Denial first, long lastMs, int count) {
    /** All denials by their reason, the most frequent first. */
    public static List<DenialGroup> of(List<Denial> denials) {
        Map<String, DenialGroup> groups = new LinkedHashMap<>();
        for (Denial each : denials) {
            groups.merge(
                    each.reason(),
                    new DenialGroup(each, each.timeMs(), 1),
                    (known, one) -> new DenialGroup(known.first(), one.lastMs(), known.count() + 1));
        }
        List<DenialGroup> sorted = new ArrayList<>(groups.values());
        sorted.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return sorted;
    }
}
