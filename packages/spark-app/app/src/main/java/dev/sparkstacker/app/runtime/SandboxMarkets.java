package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.sandbox.SandboxMarket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    static List<SandboxMarket> of(Collection<MarketId> configured) {
        List<SandboxMarket> universe = new ArrayList<>(KNOWN);
        for (MarketId market : configured) {
            if (universe.stream().noneMatch(known -> known.market().equals(market))) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The sandbox has no market " + market.coin() + "; it has "
                                + universe.stream()
                                        .map(known -> known.market().coin())
                                        .toList() + ".");
            }
        }
        return universe;
    }

    private static SandboxMarket market(String coin, int szDecimals, int maxLeverage, String startPrice) {
        return new SandboxMarket(new MarketId(coin), szDecimals, maxLeverage, Price.of(startPrice));
    }
}
