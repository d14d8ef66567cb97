package dev.sparkstacker.risk.state;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.RiskScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every pulled kill switch, the widest scope first. Immutable, and its own snapshot: it survives a restart.
 *
 * @param pulled one a scope at most
 */
public record KillSwitches(List<KillSwitch> pulled) {
    public static final KillSwitches NONE = new KillSwitches(List.of());

    /** The same with another pulled; one that is pulled already stays as it was. */
    public KillSwitches pull(KillSwitch another) {
        if (find(another.scope()) != null) {
            return this;
        }
        List<KillSwitch> all = new ArrayList<>(pulled);
        all.add(another);
        all.sort(Comparator.comparing(KillSwitch::scope));
        return new KillSwitches(List.copyOf(all));
    }

    /** The same with one released; the others stay, wider ones too. */
    public KillSwitches release(RiskScope scope) {
        return new KillSwitches(
                pulled.stream().filter(each -> !each.scope().equals(scope)).toList());
    }

    /** The switch of exactly this scope, or null where it is not pulled. */
    public @Nullable KillSwitch find(RiskScope scope) {
        for (KillSwitch each : pulled) {
            if (each.scope().equals(scope)) {
                return each;
            }
        }
        return null;
    }

    /** The widest switch that covers an entry, or null where none does. */
    public @Nullable KillSwitch covering(AccountId account, StrategyId strategy, MarketId market) {
        for (KillSwitch each : pulled) {
            if (each.scope().covers(account, strategy, market)) {
                return each;
            }
        }
        return null;
    }
}
