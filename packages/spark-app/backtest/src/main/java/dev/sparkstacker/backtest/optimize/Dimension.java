package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One parameter that is varied.
 *
 * @param name the parameter's name
 * @param values what it takes, in order: neighbours in the list are neighbours in the search
 */
public record Dimension(String name, List<String> values) {
    /** Nobody looks through more values of one parameter. */
    private static final int MOST_VALUES = 10_000;

    public Dimension {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " has no values");
        }
    }

    /**
     * Reads what a person wrote: {@code 5..20}, {@code 5..20:5}, {@code 8,13,21}, or {@code *} for every word of a
     * choice.
     *
     * @throws InvalidParameter if it is none of these, or a value is not allowed
     */
    public static Dimension parse(ParameterSpec spec, String text) {
        List<String> values = values(spec, text.strip());
        values.forEach(spec::check);
        if (values.stream().distinct().count() < values.size()) {
            throw new InvalidParameter(spec.name(), "'" + text + "' names a value twice", "Name each once.");
        }
        return new Dimension(spec.name(), values);
    }

    private static List<String> values(ParameterSpec spec, String text) {
        if (text.equals("*")) {
            return switch (spec) {
                case ParameterSpec.Choice choice -> choice.words();
                case ParameterSpec.Toggle _ -> List.of("false", "true");
                case ParameterSpec.Numeric _, ParameterSpec.Text _ ->
                    throw new InvalidParameter(
                            spec.name(), "* stands for every word of a choice, and this is none", howTo(spec));
            };
        }
        return text.contains("..") ? range(spec, text) : List.of(text.split("\\s*,\\s*"));
    }

    private static List<String> range(ParameterSpec spec, String text) {
        String[] stepped = text.split(":", 2);
        String[] ends = stepped[0].split("\\.\\.", 2);
        BigDecimal from = number(spec, ends[0]);
        BigDecimal to = number(spec, ends[1]);
        BigDecimal step = stepped.length == 2 ? number(spec, stepped[1]) : BigDecimal.ONE;
        if (step.signum() <= 0 || from.compareTo(to) > 0) {
            throw new InvalidParameter(spec.name(), "'" + text + "' leads nowhere", howTo(spec));
        }
        if (to.subtract(from).compareTo(step.multiply(BigDecimal.valueOf(MOST_VALUES))) >= 0) {
            throw new InvalidParameter(
                    spec.name(), "'" + text + "' is more than " + MOST_VALUES + " values", "Take a wider step.");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            values.add(value.stripTrailingZeros().toPlainString());
        }
        return values;
    }

    private static BigDecimal number(ParameterSpec spec, String text) {
        if (!(spec instanceof ParameterSpec.Numeric)) {
            throw new InvalidParameter(spec.name(), "only numbers have ranges", howTo(spec));
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidParameter(spec.name(), "'" + text + "' is no number", howTo(spec));
        }
    }

    private static String howTo(ParameterSpec spec) {
        return "Write " + spec.name() + "=FROM..TO, " + spec.name() + "=FROM..TO:STEP or " + spec.name()
                + "=A,B,C; it is " + spec.values() + ".";
    }
}
