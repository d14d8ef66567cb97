package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One running strategy.
 *
 * @param id its name
 * @param type its kind, such as {@code macd}
 * @param markets the markets it trades, each on its own
 * @param interval the bars it decides on
 * @param parameters its own parameters, in the order of their names
 * @param main its main leg
 * @param hedge its hedge leg, or null for none
 * @param exits stop, target and longest holding time
 * @param reverse whether a closing opposite signal then enters the other side
 */
public record StrategyConfig(
        StrategyId id,
        String type,
        List<MarketId> markets,
        Interval interval,
        List<Parameter> parameters,
        LegConfig main,
        @Nullable HedgeConfig hedge,
        ExitConfig exits,
        boolean reverse) {}
