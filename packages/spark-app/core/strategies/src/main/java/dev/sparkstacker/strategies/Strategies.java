package dev.sparkstacker.strategies;

import dev.sparkstacker.strategies.multi.MultiType;
import dev.sparkstacker.strategies.supersignal.SuperSignalType;
import dev.sparkstacker.strategies.trigger.BollingerType;
import dev.sparkstacker.strategies.trigger.MaCrossType;
import dev.sparkstacker.strategies.trigger.RsiType;
import dev.sparkstacker.strategies.trigger.SupertrendType;
import dev.sparkstacker.strategies.trigger.TrendFinderType;
import dev.sparkstacker.strategies.webhook.WebhookType;
import java.util.List;
import java.util.Optional;

/** Every strategy the product ships. A new one is a class and a line here. */
public final class Strategies {
    private static final List<StrategyType> ALL = List.of(
            new MacdType(),
            new SuperSignalType(),
            new RsiType(),
            new BollingerType(),
            new MaCrossType(),
            new SupertrendType(),
            new TrendFinderType(),
            new MultiType(),
            new WebhookType());

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
