package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.risk.check.Loads;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.check.ScopeLoad;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what is held and working, by the scopes that cover an entry. */
final class Burden {
    private final World world;
    private final List<Holding> holdings;
    private final @Nullable ProposedEntry beside;
    private final long nowMs;

    /** @param beside an entry that would be sent together with the one in question, or null for none */
    Burden(World world, @Nullable ProposedEntry beside, long nowMs) {
        this.world = world;
        this.beside = beside;
        this.nowMs = nowMs;
        holdings = Holding.all(world);
        if (beside != null) {
            holdings.add(Holding.of(beside));
        }
    }

    /** The loads of every scope that covers an entry of this leg. */
    Loads of(Leg leg) {
        AccountId account = leg.account();
        StrategyId strategy = leg.id().strategy();
        MarketId market = leg.id().market();
        return new Loads(
                in(RiskScope.global()),
                in(new RiskScope.OfAccount(account)),
                in(new RiskScope.OfStrategy(strategy)),
                in(new RiskScope.OfMarket(market)),
                position(account, market));
    }

    private ScopeLoad in(RiskScope scope) {
        Usd held = Usd.ZERO;
        Usd worstCase = Usd.ZERO;
        Usd risk = Usd.ZERO;
        int positions = 0;
        for (Holding each : holdings) {
            if (scope.covers(each.account(), each.strategy(), each.market())) {
                held = plus(held, each.held());
                worstCase = plus(plus(worstCase, each.held()), each.working());
                risk = plus(risk, each.risk());
                positions += each.positions();
            }
        }
        return new ScopeLoad(held, worstCase, positions, entries(scope), risk);
    }

    private int entries(RiskScope scope) {
        int sent = world.risk().book().entriesWithinMinute(scope, nowMs);
        boolean together = beside != null
                && scope.covers(
                        beside.account(), beside.leg().strategy(), beside.leg().market());
        return together ? sent + 1 : sent;
    }

    private @Nullable Usd position(AccountId account, MarketId market) {
        Usd sum = Usd.ZERO;
        for (Holding each : holdings) {
            if (each.account().equals(account) && each.market().equals(market)) {
                sum = plus(plus(sum, each.held()), each.working());
            }
        }
        return sum;
    }

    private static @Nullable Usd plus(@Nullable Usd sum, @Nullable Usd part) {
        return sum == null || part == null ? null : sum.plus(part);
    }
}
