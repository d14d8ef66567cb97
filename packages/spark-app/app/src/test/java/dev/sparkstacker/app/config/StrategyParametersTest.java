package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.bind.EffectiveValue;
import dev.sparkstacker.app.config.bind.SchemaWriter;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every type of strategy is configured by what it says of its parameters, and by nothing else. */
class StrategyParametersTest {
    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    static Stream<StrategyType> types() {
        return Strategies.all().stream();
    }

    @BeforeEach
    void inAFreshHome() {
        config = new ConfigFixture(home);
    }

    /** The parameters stand on line 10. */
    private static String text(String type, String parameters) {
        return ConfigFixture.validWith("\"macd\"", "\"" + type + "\"")
                .replace("{ \"fastBars\": 8, \"slowBars\": 21, \"signalBars\": 5 }", parameters);
    }

    private List<String> errorsOf(String text) {
        return config.problemsOf(text).stream()
                .filter(problem -> problem.contains("error: "))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void withoutAWordEveryParameterHasItsDefault(StrategyType type) {
        EffectiveConfig effective = config.load(text(type.name(), "{}"));
        List<Parameter> wanted = type.parameters().stream()
                .map(spec -> new Parameter(spec.name(), spec.defaultText()))
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
        assertThat(effective.trading().strategies().getFirst().parameters()).isEqualTo(wanted);
        for (ParameterSpec spec : type.parameters()) {
            assertThat(effective.values())
                    .filteredOn(EffectiveValue::path, "strategies[0].parameters." + spec.name())
                    .singleElement()
                    .satisfies(value -> {
                        assertThat(value.text()).isEqualTo(spec.defaultText());
                        assertThat(value.origin().describe()).isEqualTo("default");
                        assertThat(value.inHash()).isTrue();
                    });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aMisspeltParameterIsRefused(StrategyType type) {
        String misspelt = type.parameters().getFirst().name() + "x";
        assertThat(errorsOf(text(type.name(), "{ \"" + misspelt + "\": 1 }")))
                .containsExactly("config.json:10:23: error: strategies[0].parameters: unknown key \"" + misspelt
                        + "\". Did you mean \"" + type.parameters().getFirst().name() + "\"?");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aNumberOutOfItsRangeIsRefusedWithTheRange(StrategyType type) {
        for (ParameterSpec spec : type.parameters()) {
            if (spec instanceof ParameterSpec.Numeric numeric) {
                String below = numeric.minimum().subtract(BigDecimal.ONE).toPlainString();
                assertThat(errorsOf(text(type.name(), "{ \"" + spec.name() + "\": " + below + " }")))
                        .singleElement()
                        .asString()
                        .startsWith("config.json:10:")
                        .contains("strategies[0].parameters." + spec.name() + ": " + below + " is outside "
                                + numeric.minimum().toPlainString() + " to "
                                + numeric.maximum().toPlainString());
            }
        }
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        assertThat(config.problemsOf(text("macd", "{ \"fastBars\": \"8\" }")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.fastBars: expected a whole number,"
                        + " got the text \"8\". Write 8 without quotes; the unit is bars, as the key says.");
        assertThat(config.problemsOf(text("super-signal", "{ \"preset\": \"strickt\" }")))
                .containsExactly("config.json:10:33: error: strategies[0].parameters.preset: expected one of strict,"
                        + " relaxed, legacy, got the text \"strickt\". Did you mean \"strict\"?");
        assertThat(config.problemsOf(text("super-signal", "{ \"slowTrendFilter\": \"yes\" }")))
                .containsExactly("config.json:10:42: error: strategies[0].parameters.slowTrendFilter: expected true or"
                        + " false, got the text \"yes\". Write it without quotes.");
        assertThat(config.problemsOf(text("multi", "{ \"exitLong\": 5 }")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.exitLong: expected a text, got"
                        + " the number 5. Put it in quotes.");
        assertThat(config.problemsOf(text("rsi", "{ \"oversold\": [30] }")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.oversold: expected a single"
                        + " value, got a list. Remove the brackets.");
        assertThat(config.problemsOf(text("rsi", "[30, 70]")))
                .containsExactly("config.json:10:21: error: strategies[0].parameters: expected an object, got a list."
                        + " Write { … }.");
    }

    @Test
    void valuesThatContradictEachOtherAreRefusedAtTheirLine() {
        assertThat(config.problemsOf(text("ma-cross", "{ \"fastBars\": 30, \"slowBars\": 30 }")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.fastBars: the fast average (30"
                        + " bars) must be shorter than the slow one (30 bars). The usual values are 10 and 30.");
        assertThat(config.problemsOf(text("rsi", "{ \"oversold\": 70 }")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.oversold: 70 must be below"
                        + " overbought, which is 70. The usual values are 30 and 70.");
    }

    @Test
    void aConditionThatCannotBeReadIsRefusedAtItsColumn() {
        assertThat(config.problemsOf(text("multi", "{ \"enterLong\": \"rsi(14) under 30\" }")))
                .singleElement()
                .asString()
                .startsWith("config.json:10:36: error: strategies[0].parameters.enterLong: 'under' at column 9 of")
                .contains("A condition reads such as");
        assertThat(config.problemsOf(text("multi", "{ \"enterLong\": \"rsi(14)@7m < 30\" }")))
                .singleElement()
                .asString()
                .contains("a timeframe such as 5m, 1h or 1d");
    }

    @Test
    void theEnvironmentReachesAParameter() {
        EffectiveConfig effective = config.load(
                text("super-signal", "{ \"preset\": \"${PRESET}\", \"slowTrendFilter\": \"${FILTER:-TRUE}\" }"),
                Map.of("PRESET", "Relaxed"),
                List.of());
        assertThat(effective.trading().strategies().getFirst().parameters())
                .contains(new Parameter("preset", "relaxed"), new Parameter("slowTrendFilter", "true"));
    }

    @Test
    void aStrategyThatWouldWaitForMonthsIsWarnedOf() {
        assertThat(config.load(text("multi", "{ \"enterLong\": \"close > ema(50)@4h\" }"))
                        .warnings())
                .extracting(Problem::describe)
                .singleElement()
                .asString()
                .contains("strategies[0].parameters: it needs 12240 closed bars of 1m before it can judge")
                .contains("Use a longer interval or shorter lengths");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void theSchemaHoldsEveryParameterWithRangeAndHelp(StrategyType type) {
        JsonNode parameters = schemaOf(type);
        assertThat(parameters.get("additionalProperties").asBoolean()).isFalse();
        assertThat(parameters.get("properties").propertyNames())
                .containsExactlyElementsOf(
                        type.parameters().stream().map(ParameterSpec::name).toList());
        for (ParameterSpec spec : type.parameters()) {
            JsonNode property = parameters.get("properties").get(spec.name());
            assertThat(property.get("description").asString()).containsIgnoringCase(spec.help());
            assertThat(property.get("default").asString()).isEqualTo(spec.defaultText());
            if (spec instanceof ParameterSpec.Numeric numeric) {
                assertThat(property.at("/anyOf/0/minimum").decimalValue()).isEqualByComparingTo(numeric.minimum());
                assertThat(property.at("/anyOf/0/maximum").decimalValue()).isEqualByComparingTo(numeric.maximum());
            }
        }
    }

    private static JsonNode schemaOf(StrategyType type) {
        JsonNode rules = JsonMapper.shared().readTree(SchemaWriter.write()).at("/properties/strategies/items/allOf");
        for (JsonNode rule : rules) {
            if (rule.at("/if/properties/type/const").asString().equals(type.name())) {
                return rule.at("/then/properties/parameters");
            }
        }
        throw new AssertionError("The schema has no rule for " + type.name());
    }
}
