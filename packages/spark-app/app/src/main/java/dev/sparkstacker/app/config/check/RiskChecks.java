package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.bind.Nearest;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.LimitSettings;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.RiskSettings;
import dev.sparkstacker.app.config.model.ScopedLimitSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.config.model.TradingHours;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.TradingWindow;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limits can be reached, name what there is, and what is configured can be entered under them. */
final class RiskChecks {
    private RiskChecks() {}

    static void run(Scope scope) {
        RiskSettings risk = scope.config().risk();
        LimitSettings limits = risk.limits();
        for (StrategySettings strategy : scope.config().strategies()) {
            fits(scope, scope.pathOf(strategy.main()), strategy.main(), limits.maxPositionSizeUsd());
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                fits(scope, scope.pathOf(hedge), hedge.leg(), limits.maxPositionSizeUsd());
            }
        }
        if (limits.maxPositionSizeUsd().compareTo(limits.maxTotalExposureUsd()) > 0) {
            scope.error(
                    "risk.limits.maxPositionSizeUsd",
                    "one position may be larger (" + limits.maxPositionSizeUsd() + " USD) than all together ("
                            + limits.maxTotalExposureUsd() + " USD)",
                    "Lower it or raise risk.limits.maxTotalExposureUsd.");
        }
        if (limits.minLeverage().times() > limits.maxLeverage().times()) {
            scope.error(
                    "risk.limits.minLeverage",
                    limits.minLeverage() + " is more than risk.limits.maxLeverage " + limits.maxLeverage(),
                    "Lower it or raise risk.limits.maxLeverage.");
        }
        names(scope, risk);
        windows(scope, risk.tradingHoursUtc());
        exitCapsWiden(scope, scope.config().orders().exitSlippagePct());
        if (scope.config().mode() == Mode.PAPER) {
            withinEquity(scope, risk);
        }
    }

    private static void fits(Scope scope, String path, LegSettings leg, Usd limit) {
        Usd notional = leg.fixedNotional();
        if (notional != null && notional.compareTo(limit) > 0) {
            scope.error(
                    path + ".marginUsd",
                    leg.marginUsd() + " USD at " + leg.leverage() + " is a position of " + notional
                            + " USD, over risk.limits.maxPositionSizeUsd " + limit
                            + " USD; every entry would be cut down to that",
                    "Lower the margin or raise the limit.");
        }
    }

    private static void names(Scope scope, RiskSettings risk) {
        List<String> accounts = scope.config().accounts().stream()
                .map(account -> account.name().name())
                .toList();
        List<String> strategies = scope.config().strategies().stream()
                .map(strategy -> strategy.id().name())
                .toList();
        risk.accounts().keySet().forEach(name -> known(scope, "risk.accounts." + name, "account", name, accounts));
        risk.strategies()
                .keySet()
                .forEach(name -> known(scope, "risk.strategies." + name, "strategy", name, strategies));
        Set<MarketId> seen = new LinkedHashSet<>();
        risk.markets().forEach((name, limits) -> market(scope, name, seen));
        risk.strategies().forEach((name, limits) -> noEquity(scope, "risk.strategies." + name, limits));
        risk.markets().forEach((name, limits) -> noEquity(scope, "risk.markets." + name, limits));
    }

    private static void known(Scope scope, String path, String what, String name, List<String> all) {
        if (!all.contains(name)) {
            scope.error(path, "there is no " + what + " \"" + name + "\"", Nearest.hint(name, all));
        }
    }

    private static void market(Scope scope, String name, Set<MarketId> seen) {
        String path = "risk.markets." + name;
        List<MarketId> traded = scope.config().strategies().stream()
                .flatMap(strategy -> strategy.markets().stream())
                .distinct()
                .toList();
        MarketId market = MarketId.parse(name);
        known(
                scope,
                path,
                "strategy that trades",
                market.symbol(),
                traded.stream().map(MarketId::symbol).toList());
        if (!seen.add(market)) {
            scope.error(path, market + " is named twice", "ETH, ETH-USD and ETH-USDC are one market.");
        }
    }

    /** Only accounts have an equity that a share can be taken of. */
    private static void noEquity(Scope scope, String path, ScopedLimitSettings limits) {
        share(scope, path + ".dailyLossLimitPct", limits.dailyLossLimitPct());
        share(scope, path + ".maxDrawdownPct", limits.maxDrawdownPct());
    }

    private static void share(Scope scope, String path, @Nullable BigDecimal share) {
        if (share != null) {
            scope.error(
                    path,
                    "a strategy or market has no equity of its own to take a share of",
                    "Write the limit in US dollars.");
        }
    }

    private static void windows(Scope scope, List<String> hours) {
        for (int i = 0; i < hours.size(); i++) {
            TradingWindow window = TradingHours.window(hours.get(i));
            if (window.firstDay() > window.lastDay()) {
                scope.error(
                        "risk.tradingHoursUtc[" + i + "]",
                        "the days of \"" + hours.get(i) + "\" run over the end of the week",
                        "Write two entries, such as \"Sat-Sun …\" and \"Mon …\".");
            }
        }
    }

    private static void withinEquity(Scope scope, RiskSettings risk) {
        Usd each = scope.config().paper().startingBalanceUsd();
        long accounts = Math.max(1, scope.config().accounts().size());
        Usd all = each.times(accounts);
        withinEquity(scope, "risk.limits.dailyLossLimitUsd", risk.limits().dailyLossLimitUsd(), all);
        withinEquity(scope, "risk.limits.maxDrawdownUsd", risk.limits().maxDrawdownUsd(), all);
        for (AccountSettings account : scope.config().accounts()) {
            String name = account.name().name();
            ScopedLimitSettings own = risk.accounts().get(name);
            if (own != null) {
                withinEquity(scope, "risk.accounts." + name + ".dailyLossLimitUsd", own.dailyLossLimitUsd(), each);
                withinEquity(scope, "risk.accounts." + name + ".maxDrawdownUsd", own.maxDrawdownUsd(), each);
            }
        }
    }

    private static void withinEquity(Scope scope, String path, @Nullable Usd limit, Usd equity) {
        if (limit != null && limit.compareTo(equity) >= 0) {
            scope.warning(
                    path,
                    limit + " USD is not less than the " + equity + " USD it protects, so it never stops anything",
                    "Set it below the money at risk.");
        }
    }

    private static void exitCapsWiden(Scope scope, List<BigDecimal> caps) {
        if (caps.isEmpty()) {
            scope.error("orders.exitSlippagePct", "is empty, so nothing could be closed", "Write [0.5, 1, 2, 5].");
        }
        for (int i = 1; i < caps.size(); i++) {
            if (caps.get(i).compareTo(caps.get(i - 1)) <= 0) {
                scope.error(
                        "orders.exitSlippagePct",
                        "each attempt must pay more than the one before, but "
                                + caps.get(i).toPlainString() + " follows "
                                + caps.get(i - 1).toPlainString(),
                        "Write them in rising order.");
            }
        }
    }
}
