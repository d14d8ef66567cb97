package dev.sparkstacker.domain;

/**
 * The configured name of a running strategy, such as {@code macd-eth}.
 *
 * @param name 1 to 48 characters of {@code a-z 0-9 - _}
 */
public record StrategyId(String name) implements Comparable<StrategyId> {
    public StrategyId {
        if (!name.matches("[a-z0-9_-]{1,48}")) {
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
