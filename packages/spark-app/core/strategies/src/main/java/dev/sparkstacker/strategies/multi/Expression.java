package dev.sparkstacker.strategies.multi;

import java.util.List;
import java.util.stream.Stream;

/** A condition: true or false on every bar. */
sealed interface Expression {
    boolean holds();

    /** Its comparisons, in the order in which they are written. */
    List<Comparison> comparisons();

    /** Both. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public boolean holds() {
            return left.holds() && right.holds();
        }

        @Override
        public List<Comparison> comparisons() {
            return joined(left, right);
        }
    }

    /** At least one. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public boolean holds() {
            return left.holds() || right.holds();
        }

        @Override
        public List<Comparison> comparisons() {
            return joined(left, right);
        }
    }

    /** Not this one. */
    record Not(Expression inner) implements Expression {
        @Override
        public boolean holds() {
            return !inner.holds();
        }

        @Override
        public List<Comparison> comparisons() {
            return inner.comparisons();
        }
    }

    /** What is never so. */
    record Never() implements Expression {
        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public List<Comparison> comparisons() {
            return List.of();
        }
    }

    /** Two terms beside each other. */
    record Comparison(Term left, Relation relation, Term right) implements Expression {
        @Override
        public boolean holds() {
            return relation.holds(left.before(), right.before(), left.now(), right.now());
        }

        @Override
        public List<Comparison> comparisons() {
            return List.of(this);
        }

        @Override
        public String toString() {
            return left + " " + relation.text() + " " + right;
        }
    }

    private static List<Comparison> joined(Expression left, Expression right) {
        return Stream.concat(left.comparisons().stream(), right.comparisons().stream())
                .toList();
    }
}
