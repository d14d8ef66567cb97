package dev.sparkstacker.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.telemetry.Catalogue;
import dev.sparkstacker.telemetry.Desk;
import dev.sparkstacker.telemetry.Story;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MetricsCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void whatIsExposedIsWhatIsCataloguedWithTypeLabelsAndHelp() {
        Map<String, String> catalogued = new TreeMap<>();
        for (JsonNode metric : Catalogue.read("metrics.json").get("metrics")) {
            Set<String> labels = new TreeSet<>();
            metric.get("labels").forEach(label -> labels.add(label.get("name").asString()));
            catalogued.put(
                    metric.get("name").asString(),
                    metric.get("type").asString() + " " + labels + " "
                            + metric.get("help").asString());
        }
        Map<String, String> exposed = new TreeMap<>();
        try (Desk desk = new Desk(folder)) {
            Story.play(desk);
            for (MetricSnapshot metric : desk.meters.registry().scrape()) {
                assertThat(metric.getDataPoints())
                        .as("series of " + metric.getMetadata().getName())
                        .isNotEmpty();
                exposed.put(
                        name(metric),
                        type(metric) + " " + labels(metric) + " "
                                + metric.getMetadata().getHelp());
            }
        }
        assertThat(exposed).isEqualTo(catalogued);
    }

    @Test
    void labelsTakeOnlyTheValuesTheCatalogueLists() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (JsonNode metric : Catalogue.read("metrics.json").get("metrics")) {
            for (JsonNode label : metric.get("labels")) {
                if (label.has("values")) {
                    Set<String> values = new TreeSet<>();
                    label.get("values").forEach(value -> values.add(value.asString()));
                    allowed.put(
                            metric.get("name").asString() + "."
                                    + label.get("name").asString(),
                            values);
                }
            }
        }
        try (Desk desk = new Desk(folder)) {
            Story.play(desk);
            for (MetricSnapshot metric : desk.meters.registry().scrape()) {
                for (DataPointSnapshot point : metric.getDataPoints()) {
                    for (Label label : point.getLabels()) {
                        Set<String> values = allowed.get(name(metric) + "." + label.getName());
                        if (values != null) {
                            assertThat(values).as(name(metric)).contains(label.getValue());
                        }
                    }
                }
            }
        }
    }

    private static String name(MetricSnapshot metric) {
        String name = metric.getMetadata().getName();
        return switch (metric) {
            case CounterSnapshot _ -> name + "_total";
            case InfoSnapshot _ -> name + "_info";
            default -> name;
        };
    }

    private static String type(MetricSnapshot metric) {
        return switch (metric) {
            case CounterSnapshot _ -> "counter";
            case InfoSnapshot _ -> "info";
            case GaugeSnapshot _ -> "gauge";
            case HistogramSnapshot _ -> "histogram";
            case SummarySnapshot _ -> "summary";
            default -> metric.getClass().getSimpleName();
        };
    }

    private static Set<String> labels(MetricSnapshot metric) {
        Set<String> labels = new TreeSet<>();
        for (DataPointSnapshot point : metric.getDataPoints()) {
            for (Label label : point.getLabels()) {
                labels.add(label.getName());
            }
        }
        return labels;
    }
}
