package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskScope;
import org.jspecify.annotations.Nullable;

/**
 * What is held and working, by the scopes of one entry.
 *
 * @param global over everything
 * @param account on its account
 * @param strategy of its strategy
 * @param market in its market, on all accounts
 * @param position notional held, working and unanswered on its account in its market, or null while unknown
 */
public record Loads(
        ScopeLoad global,
        ScopeLoad account,
        ScopeLoad strategy,
        ScopeLoad market,
        @Nullable Usd position) {
    /** The load of one of the entry's scopes. */
    ScopeLoad in(RiskScope scope) {
        return switch (scope) {
            case RiskScope.Global everything -> global;
            case RiskScope.OfAccount one -> account;
            case RiskScope.OfStrategy one -> strategy;
            case RiskScope.OfMarket one -> market;
        };
    }
}
