package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Decimal;
import java.util.ArrayList;
import java.util.List;

/** A written condition and since when each of its comparisons stands as it does. */
final class Watched {
    private final String name;
    private final Expression expression;
    private final List<Expression.Comparison> comparisons;
    private final boolean[] met;
    private final long[] sinceMs;
    private boolean holds;

    /** @param name the parameter that it was written in */
    Watched(String name, Expression expression) {
        this.name = name;
        this.expression = expression;
        comparisons = expression.comparisons();
        met = new boolean[comparisons.size()];
        sinceMs = new long[comparisons.size()];
    }

    void update(long barMs) {
        holds = expression.holds();
        for (int i = 0; i < met.length; i++) {
            boolean now = comparisons.get(i).holds();
            if (sinceMs[i] == 0 || now != met[i]) {
                sinceMs[i] = barMs;
            }
            met[i] = now;
        }
    }

    boolean holds() {
        return holds;
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            Expression.Comparison comparison = comparisons.get(i);
            conditions.add(new Condition(
                    name,
                    number(comparison.left().now()) + " and "
                            + number(comparison.right().now()),
                    comparison.toString(),
                    met[i],
                    sinceMs[i]));
        }
        return conditions;
    }

    private static String number(double value) {
        return Decimal.fixed(value, 6);
    }

    void save(StateSink sink) {
        for (int i = 0; i < met.length; i++) {
            sink.putInt(met[i] ? 1 : 0);
            sink.putLong(sinceMs[i]);
        }
    }

    void load(StateSource source) {
        for (int i = 0; i < met.length; i++) {
            met[i] = source.getInt() == 1;
            sinceMs[i] = source.getLong();
        }
    }
}
