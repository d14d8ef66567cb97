package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.config.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configured parameters read against their specifications. */
public final class Parameters {
    private final Map<String, String> values = new TreeMap<>();

    /**
     * Reads them; what is not given has its default.
     *
     * @throws InvalidParameter if a parameter is unknown or its value is not allowed
     */
    public Parameters(String type, List<ParameterSpec> specs, List<Parameter> given) {
        for (ParameterSpec spec : specs) {
            values.put(spec.name(), spec.defaultText());
        }
        for (Parameter parameter : given) {
            ParameterSpec spec = specs.stream()
                    .filter(candidate -> candidate.name().equals(parameter.name()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidParameter(
                            parameter.name(),
                            type + " has no such parameter",
                            "It has " + String.join(", ", values.keySet()) + "."));
            spec.check(parameter.value());
            values.put(spec.name(), parameter.value());
        }
    }

    public int integer(String name) {
        return decimal(name).intValueExact();
    }

    public BigDecimal decimal(String name) {
        return new BigDecimal(word(name));
    }

    public double number(String name) {
        return decimal(name).doubleValue();
    }

    public boolean isOn(String name) {
        return Boolean.parseBoolean(word(name));
    }

    public String word(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No such parameter: " + name);
        }
        return value;
    }
}
