package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.telemetry.log.Secret;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema (2020-12) of the configuration from the typed records, so that the two cannot differ. */
public final class SchemaWriter {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SchemaWriter() {}

    /** The schema as indented text with a final newline. */
    public static String write() {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", DIALECT);
        schema.put("title", "Spark Stacker configuration");
        schema.put(
                "description",
                "Keys end in their unit: Pct (5 = 5 %), Usd, Bps, Ms, Bars. ${NAME} and ${NAME:-default} take the"
                        + " environment's value anywhere in a text. Comments are allowed.");
        ObjectNode root = group(AppConfig.class);
        ((ObjectNode) root.get("properties")).putObject("$schema").put("type", "string");
        schema.setAll(root);
        ObjectNode variable = schema.putObject("$defs").putObject("variable");
        variable.put("type", "string");
        variable.put("pattern", "\\$\\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\\}");
        variable.put("description", "A value of the environment.");
        return MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode group(Class<?> type) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), property(component, type));
            if (Settings.isRequired(component)) {
                required.add(component.getName());
            }
            if (Settings.isParameters(component.getType())) {
                schema.set("allOf", ParameterSchema.rules(component.getName()));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode property(RecordComponent component, Class<?> owner) {
        Setting setting = Settings.of(component);
        Class<?> type = component.getType();
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("description", description(component, setting));
        if (Settings.isParameters(type)) {
            schema.put("type", "object");
        } else if (Settings.isGroup(type)) {
            schema.setAll(group(type));
        } else if (Settings.isNamed(type)) {
            schema.put("type", "object");
            schema.set("additionalProperties", group(Settings.namedType(component)));
        } else if (Settings.isList(type)) {
            Class<?> item = Settings.itemType(component);
            schema.put("type", "array");
            schema.set("items", Settings.isGroup(item) ? group(item) : single(item, setting));
        } else if (owner == StrategySettings.class && component.getName().equals("type")) {
            schema.set("enum", ParameterSchema.types());
        } else {
            schema.setAll(single(type, setting));
        }
        putDefault(schema, component, setting);
        return schema;
    }

    private static String description(RecordComponent component, Setting setting) {
        StringBuilder text = new StringBuilder(setting.value());
        for (Map.Entry<String, String> unit : Units.NAMES.entrySet()) {
            if (component.getName().endsWith(unit.getKey())) {
                text.append(" Unit: ").append(unit.getValue()).append('.');
            }
        }
        if (!setting.env().isEmpty()) {
            text.append(" Environment: ").append(setting.env()).append('.');
        }
        return text.toString();
    }

    private static ObjectNode single(Class<?> type, Setting setting) {
        ObjectNode schema = MAPPER.createObjectNode();
        ArrayNode choices = schema.putArray("anyOf");
        choices.add(plain(type, setting));
        choices.addObject().put("$ref", "#/$defs/variable");
        return schema;
    }

    private static ObjectNode plain(Class<?> type, Setting setting) {
        ObjectNode schema = MAPPER.createObjectNode();
        if (type == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (ScalarReader.isNumeric(type)) {
            schema.put("type", ScalarReader.isWhole(type) ? "integer" : "number");
            if (!setting.min().isEmpty()) {
                schema.put("minimum", new BigDecimal(setting.min()));
            }
            if (!setting.max().isEmpty()) {
                schema.put("maximum", new BigDecimal(setting.max()));
            }
            return schema;
        }
        schema.put("type", "string");
        if (type.isEnum()) {
            ArrayNode words = schema.putArray("enum");
            Words.all(type).keySet().forEach(words::add);
        } else if (!setting.pattern().isEmpty()) {
            schema.put("pattern", "^" + setting.pattern() + "$");
        } else if (type == URI.class) {
            schema.put("format", "uri");
        }
        if (type == Secret.class) {
            schema.put("writeOnly", true);
        }
        return schema;
    }

    private static void putDefault(ObjectNode schema, RecordComponent component, Setting setting) {
        String text = setting.byDefault();
        if (text.isEmpty()) {
            return;
        }
        Class<?> type = component.getType();
        if (Settings.isList(type)) {
            ArrayNode items = schema.putArray("default");
            for (String item : text.split(", ", -1)) {
                items.add(new BigDecimal(item));
            }
        } else if (type == boolean.class) {
            schema.put("default", Boolean.parseBoolean(text));
        } else if (ScalarReader.isNumeric(type)) {
            schema.put("default", new BigDecimal(text));
        } else {
            schema.put("default", text);
        }
    }
}
