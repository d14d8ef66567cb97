package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.control.RequestRefused;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.HaltScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names that a running instance knows, so that a misspelt one is refused instead of answered with nothing. */
record Known(List<String> strategies, List<String> markets, List<String> accounts) {
    static Known of(TradingConfig config) {
        return new Known(
                config.strategies().stream()
                        .map(strategy -> strategy.id().name())
                        .toList(),
                config.strategies().stream()
                        .flatMap(strategy -> markets(strategy).stream())
                        .map(MarketId::symbol)
                        .distinct()
                        .sorted()
                        .toList(),
                config.accounts().stream().map(account -> account.id().name()).toList());
    }

    private static List<MarketId> markets(StrategyConfig strategy) {
        List<MarketId> markets = new ArrayList<>(strategy.markets());
        HedgeConfig hedge = strategy.hedge();
        if (hedge != null) {
            strategy.markets().forEach(market -> markets.add(hedge.marketOr(market)));
        }
        return markets;
    }

    /** @throws RequestRefused if no such strategy runs */
    void requireStrategy(String name) {
        require("strategy", name, strategies);
    }

    /** @throws RequestRefused if no strategy trades that market */
    void requireMarket(MarketId market) {
        require("market", market.symbol(), markets);
    }

    /** @throws RequestRefused if the scope names something that is not there */
    void require(HaltScope scope) {
        switch (scope) {
            case HaltScope.OneStrategy(StrategyId strategy) -> requireStrategy(strategy.name());
            case HaltScope.OneMarket(MarketId market) -> requireMarket(market);
            case HaltScope.OneAccount(AccountId account) -> require("account", account.name(), accounts);
        }
    }

    private static void require(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new RequestRefused("There is no " + what + " \"" + name + "\" here. Known: "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
    }
}
