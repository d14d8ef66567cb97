package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.RiskSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.util.List;

/** Limits can be reached, and what is configured can be entered under them. */
final class RiskChecks {
    /** Settings that other tools already name and that no check of the engine reads. */
    private static final List<String> UNENFORCED = List.of(
            "risk.riskPerTradePct", "risk.dailyLossLimitUsd", "risk.maxDrawdownUsd", "risk.minOrderBookDepthUsd");

    private RiskChecks() {}

    static void run(Scope scope) {
        RiskSettings risk = scope.config().risk();
        for (StrategySettings strategy : scope.config().strategies()) {
            fits(scope, scope.pathOf(strategy.main()), strategy.main(), risk.maxPositionSizeUsd());
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                fits(scope, scope.pathOf(hedge), hedge.leg(), risk.maxPositionSizeUsd());
            }
        }
        if (risk.maxPositionSizeUsd().compareTo(risk.maxTotalExposureUsd()) > 0) {
            scope.error(
                    "risk.maxPositionSizeUsd",
                    "one position may be larger (" + risk.maxPositionSizeUsd() + " USD) than all together ("
                            + risk.maxTotalExposureUsd() + " USD)",
                    "Lower it or raise risk.maxTotalExposureUsd.");
        }
        UNENFORCED.forEach(path -> unenforced(scope, path));
        exitCapsWiden(scope, scope.config().orders().exitSlippagePct());
        if (scope.config().mode() == Mode.PAPER) {
            Usd equity = scope.config().paper().startingBalanceUsd();
            withinEquity(scope, "risk.dailyLossLimitUsd", risk.dailyLossLimitUsd(), equity);
            withinEquity(scope, "risk.maxDrawdownUsd", risk.maxDrawdownUsd(), equity);
        }
    }

    private static void fits(Scope scope, String path, LegSettings leg, Usd limit) {
        Usd notional = leg.marginUsd().times(leg.leverage().times());
        if (notional.compareTo(limit) > 0) {
            scope.error(
                    path + ".marginUsd",
                    leg.marginUsd() + " USD at " + leg.leverage() + " is a position of " + notional
                            + " USD, over risk.maxPositionSizeUsd " + limit + " USD; it would never be entered",
                    "Lower the margin or raise the limit.");
        }
    }

    private static void unenforced(Scope scope, String path) {
        if (scope.places().isSet(path) && scope.sound(path)) {
            scope.warning(
                    path,
                    "is set, but this version's engine does not enforce it",
                    "Do not rely on it: size positions by marginUsd, leverage and stopPct.");
        }
    }

    private static void withinEquity(Scope scope, String path, Usd limit, Usd equity) {
        if (limit.compareTo(equity) >= 0) {
            scope.warning(
                    path,
                    limit + " USD is not less than the account's " + equity + " USD, so it never stops anything",
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
