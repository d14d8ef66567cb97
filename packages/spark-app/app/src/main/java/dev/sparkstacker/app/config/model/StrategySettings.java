package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One running strategy. */
public record StrategySettings(
        @Setting("Its name in logs, positions and commands: a-z, 0-9, - and _.")
        StrategyId id,

        @Setting("Its kind; decides which parameters it has. \"spark-stacker strategies\" lists them.")
        String type,

        @Setting("The markets it trades, each on its own; ETH, ETH-USD and ETH-USDC name one market.")
        List<MarketId> markets,

        @Setting("The bars it decides on.") Interval interval,

        @Setting("Its own parameters.") StrategyParameters parameters,

        @Setting("The leg that carries its view.") LegSettings main,

        @Setting("A smaller opposite leg on another account.") @Nullable
        HedgeSettings hedge,

        @Setting("How its positions end besides its own signals.")
        ExitSettings exits,

        @Setting(value = "Whether a closing opposite signal then enters the other side.", byDefault = "true")
        boolean reverse) {
    /** The markets of both legs, each once. */
    public List<MarketId> allMarkets() {
        Set<MarketId> all = new LinkedHashSet<>(markets);
        if (hedge != null && hedge.market() != null) {
            all.add(hedge.market());
        }
        return List.copyOf(all);
    }
}
