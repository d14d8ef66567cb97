package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a search maximises: a weighted sum of metrics, of which most people take one.
 *
 * @param terms the sum
 */
public record Objective(List<Term> terms) {
    /** Return less twice the deepest drawdown: what a person with a limit on losses looks at. */
    private static final String DRAWDOWN_PENALISED = "return-2*drawdown";

    /** One summand. */
    public record Term(double weight, Metric metric) {}

    public Objective {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("An objective has at least one metric");
        }
    }

    /**
     * Reads {@code sharpe}, {@code drawdown-penalised} or a sum such as {@code sharpe - 0.5*drawdown + 0.001*trades}.
     *
     * @throws IllegalArgumentException if it is none of these, with what would be right
     */
    public static Objective parse(String text) {
        String spelled = text.equals("drawdown-penalised") ? DRAWDOWN_PENALISED : text;
        List<Term> terms = new ArrayList<>();
        for (String part : spelled.replace(" ", "").split("(?=[+-])", -1)) {
            terms.add(term(part, text));
        }
        return new Objective(terms);
    }

    private static Term term(String part, String whole) {
        String unsigned = part.startsWith("+") || part.startsWith("-") ? part.substring(1) : part;
        double sign = part.startsWith("-") ? -1 : 1;
        int times = unsigned.indexOf('*');
        try {
            return times < 0
                    ? new Term(sign, Metric.named(unsigned))
                    : new Term(
                            sign * Double.parseDouble(unsigned.substring(0, times)),
                            Metric.named(unsigned.substring(times + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The objective '" + whole + "' cannot be read: " + e.getMessage()
                            + ". Write one metric, drawdown-penalised, or a sum such as sharpe-0.5*drawdown",
                    e);
        }
    }

    /** Its value, higher is better; negative infinity where the run was refused or one of its metrics is not defined. */
    public double of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused _ -> Double.NEGATIVE_INFINITY;
            case Outcome.Ran ran -> sum(ran);
        };
    }

    private double sum(Outcome.Ran ran) {
        double sum = 0;
        for (Term term : terms) {
            OptionalDouble value = term.metric().of(ran);
            if (value.isEmpty()) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += term.weight() * value.getAsDouble();
        }
        return Double.isFinite(sum) ? sum : Double.NEGATIVE_INFINITY;
    }

    @Override
    public String toString() {
        return terms.stream()
                .map(term -> (term.weight() == 1 ? "" : term.weight() + "*")
                        + term.metric().word())
                .collect(Collectors.joining(" + "));
    }
}
