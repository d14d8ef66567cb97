package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.config.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configured parameters read against their specifications. */
final class Parameters {
    private final Map<String, BigDecimal> values = new TreeMap<>();

    Parameters(String type, List<ParameterSpec> specs, List<Parameter> given) {
        for (ParameterSpec spec : specs) {
            values.put(spec.name(), spec.defaultValue());
        }
        for (Parameter parameter : given) {
            ParameterSpec spec = specs.stream()
                    .filter(candidate -> candidate.name().equals(parameter.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            type + " has no parameter '" + parameter.name() + "'; it has " + values.keySet()));
            values.put(spec.name(), spec.read(parameter.value()));
        }
    }

    int integer(String name) {
        return decimal(name).intValueExact();
    }

    BigDecimal decimal(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No such parameter: " + name);
        }
        return value;
    }
}
