package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.VenueNetwork;
import dev.sparkstacker.app.config.model.VenueSettings;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.PublicFeed;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Hyperliquid's public feed with everything that a recording can hold: prints, quotes and whole books. */
public final class VenueStream implements MarketStream {
    private static final int WHOLE_BOOK = 20;
    private static final String TESTNET_HOST = "api.hyperliquid-testnet.xyz";

    private final PublicFeed feed;
    private final String source;

    private VenueStream(PublicFeed feed, String source) {
        this.feed = feed;
        this.source = source;
    }

    /** Connects to the network that the configuration names. @throws CommandFailure if that cannot be done */
    public static VenueStream open(EffectiveConfig config, List<MarketId> markets) {
        return open(restUrl(config), websocketUrl(config), markets);
    }

    /** Where the configured network streams its prices. */
    public static String websocketUrl(EffectiveConfig config) {
        VenueSettings venue = config.config().venue();
        boolean mainnet = venue.network() == VenueNetwork.MAINNET;
        return Objects.toString(
                venue.websocketUrl(), mainnet ? PublicFeed.MAINNET_WS : "wss://" + TESTNET_HOST + "/ws");
    }

    /** Where the configured network answers requests. */
    public static String restUrl(EffectiveConfig config) {
        VenueSettings venue = config.config().venue();
        boolean mainnet = venue.network() == VenueNetwork.MAINNET;
        return Objects.toString(venue.restUrl(), mainnet ? PublicFeed.MAINNET_REST : "https://" + TESTNET_HOST);
    }

    static VenueStream open(String restUrl, String websocketUrl, List<MarketId> markets) {
        List<MarketFeed> wanted = markets.stream()
                .distinct()
                .map(market -> new MarketFeed(market, List.of(), WHOLE_BOOK, true))
                .toList();
        PublicFeed feed = new PublicFeed(
                restUrl,
                websocketUrl,
                wanted,
                FeedLimits.USUAL,
                ConnectorConfig.CONNECT_TIMEOUT,
                ConnectorConfig.READ_TIMEOUT,
                ConnectorListener.NONE);
        try {
            feed.connect();
            return new VenueStream(feed, websocketUrl);
        } catch (VenueSetupException refused) {
            feed.close();
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    refused.getMessage() + " - nothing was recorded. Check the markets and that " + restUrl
                            + " can be reached from here.",
                    refused);
        } catch (InterruptedException stopped) {
            feed.close();
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Stopped before the feed was connected.", stopped);
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public void start(Consumer<MarketEvent> sink) {
        feed.start(sink);
    }

    @Override
    public long venueTimeMs() {
        return feed.time().venueTimeMs();
    }

    @Override
    public void close() {
        feed.close();
    }
}
