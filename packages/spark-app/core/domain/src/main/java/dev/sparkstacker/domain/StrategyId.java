package dev.sparkstacker.domain;

/**
 * The configured name of a running strategy, such as {@code macd-eth}.
 *
 * @param name 1 to 48 characters of {@code a-z 0-9 - _}
 */
public record StrategyId(String name) implements Comparable<StrategyId> {
    private static final int MAX_LENGTH = 48;

    public StrategyId {
        if (!Names.isValid(name, MAX_LENGTH)) {
            throw new IllegalArgumentException("Not a strategy name: '" + name + "' (a-z, 0-9, - and _, at most 48)");
        }
    }

    @Override
    public int compareTo(StrategyId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
