package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of strategies' parameters, one rule a type: {@code if} it is of this type, {@code then} it has these. */
final class ParameterSchema {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ParameterSchema() {}

    /** The names of the types. */
    static ArrayNode types() {
        ArrayNode words = MAPPER.createArrayNode();
        Strategies.all().forEach(type -> words.add(type.name()));
        return words;
    }

    /** One rule a type for the key that holds its parameters. */
    static ArrayNode rules(String key) {
        ArrayNode all = MAPPER.createArrayNode();
        for (StrategyType type : Strategies.all()) {
            ObjectNode rule = all.addObject();
            ObjectNode condition = rule.putObject("if");
            condition.putObject("properties").putObject("type").put("const", type.name());
            condition.putArray("required").add("type");
            rule.putObject("then").putObject("properties").set(key, parameters(type));
        }
        return all;
    }

    private static ObjectNode parameters(StrategyType type) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("description", type.help());
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        type.parameters().forEach(spec -> properties.set(spec.name(), parameter(spec)));
        return schema;
    }

    private static ObjectNode parameter(ParameterSpec spec) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("description", sentence(spec.help()));
        ArrayNode choices = schema.putArray("anyOf");
        choices.add(plain(spec));
        choices.addObject().put("$ref", "#/$defs/variable");
        switch (spec) {
            case ParameterSpec.Numeric numeric -> schema.put("default", numeric.defaultValue());
            case ParameterSpec.Toggle toggle -> schema.put("default", toggle.defaultValue());
            case ParameterSpec.Choice choice -> schema.put("default", choice.defaultText());
            case ParameterSpec.Text text -> schema.put("default", text.defaultText());
        }
        return schema;
    }

    private static String sentence(String help) {
        return Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
    }

    private static ObjectNode plain(ParameterSpec spec) {
        ObjectNode schema = MAPPER.createObjectNode();
        switch (spec) {
            case ParameterSpec.Numeric numeric -> {
                schema.put("type", numeric.wholeNumber() ? "integer" : "number");
                schema.put("minimum", numeric.minimum());
                schema.put("maximum", numeric.maximum());
            }
            case ParameterSpec.Choice choice -> {
                schema.put("type", "string");
                ArrayNode words = schema.putArray("enum");
                choice.words().forEach(words::add);
            }
            case ParameterSpec.Toggle toggle -> schema.put("type", "boolean");
            case ParameterSpec.Text text -> {
                schema.put("type", "string");
                schema.put("minLength", 1);
                schema.put("maxLength", ParameterSpec.Text.MOST_CHARACTERS);
            }
        }
        return schema;
    }
}
