package dev.sparkstacker.backtest.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Incidents of one kind.
 *
 * @param first the earliest of them, whose words stand for all
 * @param lastMs time of the latest
 */
public record IncidentGroup(Incident first, long lastMs, int count) {
    /** All incidents by their code, the most frequent first. */
    public static List<IncidentGroup> of(List<Incident> incidents) {
        Map<String, IncidentGroup> groups = new LinkedHashMap<>();
        for (Incident each : incidents) {
            groups.merge(
                    each.code(),
                    new IncidentGroup(each, each.timeMs(), 1),
                    (known, one) -> new IncidentGroup(known.first(), one.lastMs(), known.count() + 1));
        }
        List<IncidentGroup> sorted = new ArrayList<>(groups.values());
        sorted.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return sorted;
    }
}
