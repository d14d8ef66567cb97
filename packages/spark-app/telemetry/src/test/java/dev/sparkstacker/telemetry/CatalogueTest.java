package dev.sparkstacker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.telemetry.console.ReasonText;
import dev.sparkstacker.telemetry.log.Category;
import dev.sparkstacker.telemetry.log.LogEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CatalogueTest {
    @TempDir
    Path folder;

    @Test
    void theEventsOfTheCatalogueAreTheEventsOfTheCode() {
        Map<String, String> catalogued = new TreeMap<>();
        for (JsonNode event : Catalogue.read("log-events.json").get("events")) {
            catalogued.put(
                    event.get("event").asString(),
                    String.join(
                            " | ",
                            event.get("category").asString(),
                            event.get("level").asString(),
                            event.get("audit").asString(),
                            event.get("sample_every").asString(),
                            texts(event.get("required")).toString(),
                            texts(event.get("optional")).toString()));
            assertThat(event.get("meaning").asString()).isNotBlank();
        }
        Map<String, String> coded = new TreeMap<>();
        for (LogEvent event : LogEvent.values()) {
            coded.put(
                    event.eventName(),
                    String.join(
                            " | ",
                            event.category().folder(),
                            event.level().name(),
                            String.valueOf(event.audit()),
                            String.valueOf(event.sampleEvery()),
                            event.required().toString(),
                            event.optional().toString()));
        }
        assertThat(coded).isEqualTo(catalogued);
    }

    @Test
    void everyEventIsToldWithItsFieldsAndNoOther() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        try (Desk desk = new Desk(folder)) {
            Story.play(desk);
            for (Category category : Category.values()) {
                for (JsonNode line : desk.lines(category.folder())) {
                    checkLine(line, category);
                    told.computeIfAbsent(line.get("event").asString(), _ -> new TreeSet<>())
                            .add(String.join(" ", line.get("data").propertyNames()));
                }
            }
        }
        for (LogEvent event : LogEvent.values()) {
            assertThat(told).as("events told").containsKey(event.eventName());
            for (String fields : told.getOrDefault(event.eventName(), Set.of())) {
                List<String> present = fields.isEmpty() ? List.of() : List.of(fields.split(" ", -1));
                List<String> allowed = new ArrayList<>(event.required());
                allowed.addAll(event.optional());
                assertThat(present).as(event.eventName()).containsAll(event.required());
                assertThat(allowed).as(event.eventName()).containsAll(present);
            }
        }
    }

    private static void checkLine(JsonNode line, Category category) {
        JsonNode shape = Catalogue.read("log-events.json").get("line");
        List<String> always = texts(shape.get("always"));
        List<String> allowed = new ArrayList<>(always);
        allowed.addAll(texts(shape.get("where_known")));
        assertThat(line.propertyNames()).containsAll(always);
        assertThat(allowed).containsAll(line.propertyNames());
        assertThat(line.get("category").asString()).isEqualTo(category.folder());
        assertThat(line.get("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void everyReasonIsExplained() {
        JsonNode catalogue = Catalogue.read("reasons.json");
        Map<String, String> coded = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            coded.put(reason.name(), ReasonText.of(reason));
        }
        assertThat(shorts(catalogue.get("reasons"))).isEqualTo(coded);
        coded.clear();
        for (ExitReason reason : ExitReason.values()) {
            coded.put(reason.name(), ReasonText.of(reason));
        }
        assertThat(shorts(catalogue.get("exit_reasons"))).isEqualTo(coded);
    }

    @Test
    void incidentsSayHowBadTheyAreAndWhatToDo() {
        for (JsonNode incident : Catalogue.read("reasons.json").get("incidents")) {
            assertThat(Severity.values())
                    .extracting(Severity::name)
                    .contains(incident.get("severity").asString());
            assertThat(incident.get("what_you_can_do").asString()).isNotBlank();
        }
    }

    private static Map<String, String> shorts(JsonNode reasons) {
        Map<String, String> shorts = new LinkedHashMap<>();
        for (JsonNode reason : reasons) {
            assertThat(reason.get("meaning").asString()).isNotBlank();
            assertThat(reason.get("what_you_can_do").asString()).isNotBlank();
            shorts.put(reason.get("name").asString(), reason.get("short").asString());
        }
        return shorts;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
