package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The incidents of the engine are those of the catalogue, and as serious as it says. */
class IncidentTest {
    private static final Path CATALOGUE = Path.of("packages", "shared", "catalog", "reasons.json");
    private static final Pattern ENTRY = Pattern.compile("\"code\": \"([a-z_]+)\", \"severity\": \"([A-Z]+)\"");

    @Test
    void theCatalogueAndTheCodeKnowTheSameIncidents() throws IOException {
        Map<String, Severity> catalogued = new TreeMap<>();
        Matcher entries = ENTRY.matcher(Files.readString(CATALOGUE, StandardCharsets.UTF_8));
        while (entries.find()) {
            catalogued.put(entries.group(1), Severity.valueOf(entries.group(2)));
        }
        Map<String, Severity> coded = new TreeMap<>();
        for (IncidentCode code : IncidentCode.values()) {
            coded.put(code.code(), code.severity());
        }

        assertThat(coded).isEqualTo(catalogued);
    }
}
