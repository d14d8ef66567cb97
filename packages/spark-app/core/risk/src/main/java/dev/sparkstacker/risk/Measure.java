package dev.sparkstacker.risk;

/** What a check saw, or what it held it to. It becomes text only when somebody reads it. */
public sealed interface Measure {
    /** A number with its unit. */
    record Amount(Unit unit, long number) implements Measure {
        @Override
        public String toString() {
            return unit.format(number);
        }
    }

    /** What no number says, such as a state, a name, or that something is unknown. */
    record Words(String text) implements Measure {
        @Override
        public String toString() {
            return text;
        }
    }
}
