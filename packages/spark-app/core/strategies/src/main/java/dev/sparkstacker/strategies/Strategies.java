package dev.sparkstacker.strategies;

import java.util.List;
import java.util.Optional;

/** Every strategy the product ships. A new one is a class and a line here. */
public final class Strategies {
    private static final List<StrategyType> ALL = List.of(new MacdType());

    private Strategies() {}

    /** All types, in the order in which people should read them. */
    public static List<StrategyType> all() {
        return ALL;
    }

    /** Finds a type by its configured name. */
    public static Optional<StrategyType> byName(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
