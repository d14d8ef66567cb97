package dev.sparkstacker.risk.limit;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All limits, from the widest scope to the narrowest. Made once for a configuration. */
public final class LimitBook {
    private final List<ScopedLimits> all;

    public LimitBook(RiskConfig config) {
        List<ScopedLimits> sorted = new ArrayList<>();
        sorted.add(new ScopedLimits(RiskScope.global(), config.limits()));
        config.scoped().stream()
                .sorted(Comparator.comparing(ScopedLimits::scope))
                .forEach(sorted::add);
        all = List.copyOf(sorted);
    }

    /** Every set of limits there is. */
    public List<ScopedLimits> all() {
        return all;
    }

    /** The limits that hold for an entry of this strategy on this account and market, the widest first. */
    public List<ScopedLimits> covering(AccountId account, StrategyId strategy, MarketId market) {
        List<ScopedLimits> covering = new ArrayList<>(all.size());
        for (ScopedLimits each : all) {
            if (each.scope().covers(account, strategy, market)) {
                covering.add(each);
            }
        }
        return covering;
    }
}
