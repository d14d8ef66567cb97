package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.event.HaltScope;

/** Which parts of trading legs and pairs lie in. */
final class Scopes {
    private Scopes() {}

    static boolean covers(RiskScope scope, Leg leg) {
        return scope.covers(leg.account(), leg.id().strategy(), leg.id().market());
    }

    /** Whether one of its legs lies within: then the pair enters nothing. */
    static boolean touches(RiskScope scope, Pair pair) {
        for (Leg leg : pair.legs()) {
            if (covers(scope, leg)) {
                return true;
            }
        }
        return false;
    }

    static boolean covers(RiskScope scope, OrderRecord order) {
        return scope.covers(
                order.account(),
                order.request().leg().strategy(),
                order.request().market());
    }

    static RiskScope of(HaltScope scope) {
        return switch (scope) {
            case HaltScope.OneStrategy one -> new RiskScope.OfStrategy(one.strategy());
            case HaltScope.OneMarket one -> new RiskScope.OfMarket(one.market());
            case HaltScope.OneAccount one -> new RiskScope.OfAccount(one.account());
        };
    }
}
