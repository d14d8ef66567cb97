package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.StrategyParameters;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a strategy's parameters by the specifications of the type that its sibling key {@code type} names. */
final class ParametersBinder {
    private final List<Problem> problems;
    private final ScalarBinder scalars;

    ParametersBinder(List<Problem> problems, ScalarBinder scalars) {
        this.problems = problems;
        this.scalars = scalars;
    }

    /** The type that a strategy names, or empty where it names none that there is; a wrong name is noted. */
    Optional<StrategyType> typeOf(@Nullable ObjectValue strategy, String parametersPath) {
        Member member = strategy == null ? null : strategy.members().get("type");
        if (member == null || !(member.value() instanceof Scalar name) || name.form() == Form.NULL) {
            return Optional.empty();
        }
        Optional<StrategyType> type = Strategies.byName(name.text());
        if (type.isEmpty()) {
            List<String> names =
                    Strategies.all().stream().map(StrategyType::name).toList();
            problems.add(Problem.error(
                    name.origin(),
                    parametersPath.substring(0, parametersPath.lastIndexOf('.') + 1) + "type",
                    "unknown strategy type \"" + name.text() + "\"",
                    Nearest.hint(name.text(), names)));
        }
        return type;
    }

    /** Every parameter of a type: the given value, or the default where nobody set it or the given one is wrong. */
    StrategyParameters read(StrategyType type, @Nullable ObjectValue given, String path, boolean inHash) {
        List<Parameter> values = new ArrayList<>();
        for (ParameterSpec spec : type.parameters()) {
            Member member = given == null ? null : given.members().get(spec.name());
            Value value = member == null ? null : member.value();
            boolean unset = value == null || (value instanceof Scalar scalar && scalar.form() == Form.NULL);
            String memberPath = path + "." + spec.name();
            String text = scalars.parameter(unset ? null : value, spec, memberPath, inHash);
            values.add(new Parameter(spec.name(), text));
        }
        values.sort(Comparator.comparing(Parameter::name));
        return new StrategyParameters(List.copyOf(values));
    }
}
