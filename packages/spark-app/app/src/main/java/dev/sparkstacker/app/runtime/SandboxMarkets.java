package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.sandbox.SandboxMarket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sandbox's universe: our own table of markets with rules like the real venue's and prices to start the generator
 * from.
 */
final class SandboxMarkets {
    private static final List<SandboxMarket> KNOWN = List.of(
            market("BTC", 5, 40, "95000"),
            market("ETH", 4, 25, "2500"),
            market("SOL", 2, 20, "180"),
            market("XRP", 0, 20, "2.2"),
            market("BNB", 3, 10, "650"),
            market("DOGE", 0, 10, "0.21"),
            market("ADA", 0, 10, "0.75"),
            market("AVAX", 2, 10, "24"),
            market("LINK", 1, 10, "16"),
            market("HYPE", 2, 10, "35"));

    private SandboxMarkets() {}

    static List<SandboxMarket> all() {
        return KNOWN;
    }

    static List<MarketId> names() {
        return KNOWN.stream().map(SandboxMarket::market).toList();
    }

    /**
     * The configured markets, for a recorded market in a file.
     *
     * @throws CommandFailure if the file's name says that it is another market's
     */
    static List<SandboxMarket> forFile(Path file, Set<MarketId> configured) {
        String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
        for (SandboxMarket market : KNOWN) {
            boolean named = name.contains(market.market().coin().toLowerCase(Locale.ROOT) + "usd");
            if (named && !configured.contains(market.market())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        file + " is a recording of " + market.market() + " by its name, but the strategies trade "
                                + configured + ". Choose another file or other markets.");
            }
        }
        return KNOWN.stream()
                .filter(market -> configured.contains(market.market()))
                .toList();
    }

    /** Rules of every market, as the sandbox will list them. */
    static Map<MarketId, Instrument> instruments(EffectiveConfig config) {
        Map<MarketId, Instrument> instruments = new TreeMap<>();
        for (SandboxMarket market : KNOWN) {
            instruments.put(
                    market.market(),
                    market.instrument(
                            instruments.size(),
                            config.config().paper().venueRules().minNotionalUsd()));
        }
        return instruments;
    }

    /** Prices that generated markets begin at; a recorded market's are not known before it is read. */
    static Map<MarketId, Price> startPrices(EffectiveConfig config) {
        Map<MarketId, Price> prices = new TreeMap<>();
        if (config.config().paper().feed() == FeedKind.GENERATOR) {
            KNOWN.forEach(market -> prices.put(market.market(), market.startPrice()));
        }
        return prices;
    }

    private static SandboxMarket market(String coin, int szDecimals, int maxLeverage, String startPrice) {
        return new SandboxMarket(new MarketId(coin), szDecimals, maxLeverage, Price.of(startPrice));
    }
}
