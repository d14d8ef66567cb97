package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.guard.EgressFence;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.Surroundings;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The connector's configuration from the product's. */
final class Connectors {
    private Connectors() {}

    /** A connector that reaches the venue through the fence only. */
    static HyperliquidConnector behind(EgressFence fence, ConnectorConfig config, ConnectorListener listener) {
        Surroundings real = Surroundings.real(config, MachineClock.SYSTEM);
        Surroundings fenced = new Surroundings(real.machine(), fence.around(real.transport()), real.nonces());
        return new HyperliquidConnector(config, listener, fenced, SocketTiming.usual(config.connectTimeout()));
    }

    static ConnectorConfig config(EffectiveConfig config, VenueLink venue, Path nonces) {
        Map<MarketId, Set<Interval>> wanted = new TreeMap<>();
        for (StrategySettings strategy : config.config().strategies()) {
            for (MarketId market : strategy.allMarkets()) {
                wanted.computeIfAbsent(market, key -> new TreeSet<>()).add(strategy.interval());
            }
        }
        int depth = config.config().journal().bookDepth();
        List<MarketFeed> feeds = new ArrayList<>();
        wanted.forEach((market, intervals) -> feeds.add(new MarketFeed(market, List.copyOf(intervals), depth, false)));
        return new ConnectorConfig(
                venue.network(),
                venue.restUrl(),
                venue.wsUrl(),
                venue.accounts(),
                feeds,
                venue.minNotional(),
                nonces,
                ConnectorConfig.CONNECT_TIMEOUT,
                ConnectorConfig.READ_TIMEOUT,
                FeedLimits.USUAL);
    }
}
