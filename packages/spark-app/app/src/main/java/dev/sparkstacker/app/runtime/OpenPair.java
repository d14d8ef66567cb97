package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.StrategyConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A main leg and its hedge together, as far as they are open.
 *
 * @param name strategy and market of the main leg: {@code macd-eth ETH-USD}
 * @param legs one or two legs
 */
record OpenPair(String name, List<OpenLeg> legs) {
    OpenPair {
        legs = List.copyOf(legs);
    }

    /** The pairs of open legs, in the order of their names. */
    static List<OpenPair> of(List<OpenLeg> legs, List<StrategyConfig> strategies) {
        Map<String, List<OpenLeg>> pairs = new TreeMap<>();
        for (OpenLeg leg : legs) {
            pairs.computeIfAbsent(nameOf(leg.told().leg(), strategies), _ -> new ArrayList<>())
                    .add(leg);
        }
        return pairs.entrySet().stream()
                .map(pair -> new OpenPair(pair.getKey(), pair.getValue()))
                .toList();
    }

    /** A hedge in another market belongs to a strategy with one market only, whose main leg it hedges. */
    private static String nameOf(LegId leg, List<StrategyConfig> strategies) {
        for (StrategyConfig strategy : strategies) {
            boolean elsewhere = strategy.id().equals(leg.strategy())
                    && leg.role() == LegRole.HEDGE
                    && !strategy.markets().contains(leg.market());
            if (elsewhere) {
                return leg.strategy() + " " + strategy.markets().getFirst();
            }
        }
        return leg.strategy() + " " + leg.market();
    }

    /** Long less short in USD at the mark price; null while a mark price is not known. */
    @Nullable
    Usd netExposure() {
        return sum(OpenLeg::exposure);
    }

    /** Null while a mark price is not known. */
    @Nullable
    Usd unrealizedPnl() {
        return sum(OpenLeg::unrealizedPnl);
    }

    LegCosts costs() {
        return legs.stream().map(OpenLeg::costs).reduce(LegCosts.NONE, LegCosts::plus);
    }

    /** What would be left if both closed at the mark price without a further fee; null while it is not known. */
    @Nullable
    Usd net() {
        Usd unrealized = unrealizedPnl();
        return unrealized == null ? null : unrealized.minus(costs().fees()).plus(costs().funding());
    }

    private @Nullable Usd sum(Function<OpenLeg, @Nullable Usd> amount) {
        Usd sum = Usd.ZERO;
        for (OpenLeg leg : legs) {
            Usd part = amount.apply(leg);
            if (part == null) {
                return null;
            }
            sum = sum.plus(part);
        }
        return sum;
    }
}
