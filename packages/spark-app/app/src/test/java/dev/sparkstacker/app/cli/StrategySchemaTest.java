package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code strategies NAME --schema}: what a form is drawn from. */
class StrategySchemaTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<StrategyType> types() {
        return Strategies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyParameterIsThereWithItsRangeDefaultAndHelp(StrategyType type) {
        CliFixture cli = new CliFixture(folder, Backends.none());
        assertThat(cli.run("strategies", type.name(), "--schema")).isZero();

        JsonNode schema = JsonMapper.shared().readTree(cli.out());

        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("title").asString()).isEqualTo(type.name());
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
        assertThat(new ArrayList<>(schema.get("properties").propertyNames()))
                .containsExactlyElementsOf(
                        type.parameters().stream().map(ParameterSpec::name).toList());
        for (ParameterSpec spec : type.parameters()) {
            assertMatches(schema.get("properties").get(spec.name()), spec);
        }
    }

    private static void assertMatches(JsonNode property, ParameterSpec spec) {
        assertThat(property.get("description").asString()).isEqualTo(spec.help());
        assertThat(property.get("default").asString()).as(spec.name()).isEqualTo(spec.defaultText());
        switch (spec) {
            case ParameterSpec.Numeric number -> {
                assertThat(property.get("type").asString()).isEqualTo(number.wholeNumber() ? "integer" : "number");
                assertThat(property.get("minimum").decimalValue()).isEqualByComparingTo(number.minimum());
                assertThat(property.get("maximum").decimalValue()).isEqualByComparingTo(number.maximum());
            }
            case ParameterSpec.Choice choice -> {
                List<String> words = new ArrayList<>();
                property.get("enum").forEach(word -> words.add(word.asString()));
                assertThat(words).isEqualTo(choice.words());
            }
            case ParameterSpec.Toggle toggle ->
                assertThat(property.get("default").asBoolean()).isEqualTo(toggle.defaultValue());
            case ParameterSpec.Text _ ->
                assertThat(property.get("maxLength").asInt()).isEqualTo(ParameterSpec.Text.MOST_CHARACTERS);
        }
    }

    @Test
    void aSchemaOfNothingIsRefused() {
        CliFixture cli = new CliFixture(folder, Backends.none());

        assertThat(cli.run("strategies", "--schema")).isEqualTo(2);
        assertThat(cli.err()).contains("--schema needs the NAME");
    }
}
