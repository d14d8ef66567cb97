package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.data.VenueStream;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.PublicFeed;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.sandbox.SandboxAccount;
import dev.sparkstacker.sandbox.SandboxConfig;
import dev.sparkstacker.sandbox.SandboxMarket;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code --feed hyperliquid}: the sandbox's exchange on the real venue's public prices, in real time. */
final class LiveFeeds {
    private static final long HISTORY_MS = 1_000 * Interval.M1.millis();
    private static final int REAL_TIME_PERMILLE = 1_000;
    private static final int DEPTH = 20;

    private LiveFeeds() {}

    static SandboxConfig sandboxConfig(
            EffectiveConfig config, Path stateFolder, List<SandboxAccount> accounts, ConnectorListener listener) {
        if (config.config().paper().speed().compareTo(BigDecimal.ONE) != 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Real prices come in real time: feed hyperliquid needs --speed 1, not "
                            + config.config().paper().speed().toPlainString() + ".");
        }
        try {
            return connect(config, stateFolder, accounts, listener);
        } catch (VenueSetupException | ReadException refused) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(refused.getMessage()), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted while connecting", interrupted);
        }
    }

    private static SandboxConfig connect(
            EffectiveConfig config, Path stateFolder, List<SandboxAccount> accounts, ConnectorListener listener)
            throws VenueSetupException, ReadException, InterruptedException {
        List<MarketFeed> feeds = new ArrayList<>();
        for (MarketId market : PaperVenue.markets(config)) {
            feeds.add(new MarketFeed(market, List.of(), DEPTH, true));
        }
        PublicFeed feed = new PublicFeed(
                VenueStream.restUrl(config),
                VenueStream.websocketUrl(config),
                feeds,
                FeedLimits.USUAL,
                ConnectorConfig.CONNECT_TIMEOUT,
                ConnectorConfig.READ_TIMEOUT,
                listener);
        try {
            return follow(feed, feeds, config, stateFolder, accounts);
        } catch (VenueSetupException | ReadException | InterruptedException | RuntimeException failed) {
            feed.close();
            throw failed;
        }
    }

    private static SandboxConfig follow(
            PublicFeed feed,
            List<MarketFeed> feeds,
            EffectiveConfig config,
            Path stateFolder,
            List<SandboxAccount> accounts)
            throws VenueSetupException, ReadException, InterruptedException {
        feed.connect();
        long nowMs = feed.time().venueTimeMs();
        Map<MarketId, List<Bar>> history = new TreeMap<>();
        for (MarketFeed market : feeds) {
            history.put(
                    market.market(),
                    feed.candles(market.market(), Interval.M1, nowMs - HISTORY_MS)
                            .bars());
        }
        LivePrices prices =
                new LivePrices(feed, history, nowMs, config.config().paper().seed());
        List<SandboxMarket> markets = new ArrayList<>();
        feed.start(event -> {
            if (event instanceof MarketEvent.InstrumentListed listed) {
                markets.add(market(listed.instrument(), history));
            }
            prices.take(event);
        });
        return new SandboxConfig(
                markets,
                accounts,
                REAL_TIME_PERMILLE,
                config.config().paper().latencyMs(),
                config.config().paper().venueRules().minNotionalUsd(),
                config.config().ports().bindAddress(),
                config.config().ports().sandbox(),
                config.config().paper().seed(),
                null,
                prices,
                stateFolder);
    }

    private static SandboxMarket market(Instrument instrument, Map<MarketId, List<Bar>> history) {
        List<Bar> bars = history.getOrDefault(instrument.market(), List.of());
        if (bars.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "Hyperliquid has no history of " + instrument.market()
                            + "; a market that does not trade cannot be simulated.");
        }
        return new SandboxMarket(
                instrument.market(),
                instrument.szDecimals(),
                instrument.maxLeverage().times(),
                bars.getLast().close());
    }
}
