package dev.sparkstacker.app.config.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The venue of live trading and of the {@code hyperliquid} price feed. */
public record VenueSettings(
        @Setting(
                value = "Which Hyperliquid: mainnet or testnet. HYPERLIQUID_IS_TESTNET=true means testnet.",
                byDefault = "mainnet")
        VenueNetwork network,

        @Setting("Base URL of the REST interface where it is not the network's own.") @Nullable
        URI restUrl,

        @Setting("URL of the websocket where it is not the network's own.") @Nullable
        URI websocketUrl) {}
