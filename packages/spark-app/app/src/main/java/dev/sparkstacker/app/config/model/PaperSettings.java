package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paper trading: the sandbox and where its prices come from. */
public record PaperSettings(
        @Setting(value = "Money every paper account starts with.", byDefault = "10000", min = "1", max = "1000000000")
        Usd startingBalanceUsd,

        @Setting(
                value = "Venue milliseconds an order travels before it meets the book.",
                byDefault = "150",
                min = "0",
                max = "60000")
        long latencyMs,

        @Setting(
                value = "How many times faster than the wall's the sandbox's clock runs; 1 is real time.",
                byDefault = "60",
                min = "0.1",
                max = "100")
        BigDecimal speed,

        @Setting(
                value = "Where prices come from: generator (synthetic), file (dataFile), or hyperliquid (public feed).",
                byDefault = "generator")
        FeedKind feed,

        @Setting("The recorded market of feed \"file\": CSV bars, trades with best bid and offer, or own recordings.")
        @Nullable
        Path dataFile,

        @Setting(
                value = "Seed of the generator and of injected faults; the same seed gives the same market.",
                byDefault = "1")
        long seed,

        @Setting(value = "A sandbox that already listens, instead of one inside the process.", inHash = false) @Nullable
        URI sandboxUrl,

        @Setting("The venue's rules as the sandbox applies them.")
        VenueRules venueRules) {}
