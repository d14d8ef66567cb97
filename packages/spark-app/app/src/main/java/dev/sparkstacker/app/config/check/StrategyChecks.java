package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.OnOff;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Each strategy makes sense by itself. */
final class StrategyChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StrategyChecks() {}

    static void run(Scope scope) {
        if (scope.config().strategies().isEmpty() && scope.sound("strategies")) {
            scope.warning(
                    "strategies", "no strategy is configured, nothing will trade", "Add one under \"strategies\".");
        }
        Map<StrategyId, StrategySettings> byId = new LinkedHashMap<>();
        for (StrategySettings strategy : scope.config().strategies()) {
            StrategySettings earlier = byId.putIfAbsent(strategy.id(), strategy);
            if (earlier != null) {
                scope.error(
                        scope.pathOf(strategy) + ".id",
                        "the name " + strategy.id() + " is taken at " + scope.placeOf(scope.pathOf(earlier) + ".id"),
                        "Give every strategy its own name.");
            }
            markets(scope, strategy);
            ParameterChecks.run(scope, strategy);
            stopBeforeLiquidation(scope, strategy);
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                hedgeMarket(scope, strategy, hedge);
                dynamicHedge(scope, strategy, hedge);
            }
        }
    }

    private static void markets(Scope scope, StrategySettings strategy) {
        String path = scope.pathOf(strategy) + ".markets";
        if (strategy.markets().isEmpty() && scope.sound(path)) {
            scope.error(path, "names no market", "Write [\"ETH-USD\"].");
        }
        Set<MarketId> seen = new LinkedHashSet<>();
        for (MarketId market : strategy.markets()) {
            if (!seen.add(market)) {
                scope.error(path, market + " is named twice", "ETH, ETH-USD and ETH-USDC are one market.");
            }
        }
    }

    private static void stopBeforeLiquidation(Scope scope, StrategySettings strategy) {
        String path = scope.pathOf(strategy.exits()) + ".stopPct";
        LegSettings main = strategy.main();
        liquidatesFirst(scope, path, strategy.exits().stopPct(), main.leverage());
        HedgeSettings hedge = strategy.hedge();
        if (hedge != null && hedge.leverage().times() > main.leverage().times()) {
            liquidatesFirst(scope, path, strategy.exits().stopPct(), hedge.leverage());
        }
    }

    private static void liquidatesFirst(Scope scope, String path, BigDecimal stopPct, Leverage leverage) {
        BigDecimal wholeMarginPct = inPricePct(HUNDRED, leverage);
        if (stopPct.compareTo(wholeMarginPct) >= 0) {
            scope.error(
                    path,
                    "at " + leverage + " the margin is gone after " + wholeMarginPct.toPlainString()
                            + " %, before the stop at " + stopPct.toPlainString() + " %",
                    "Bring the stop nearer or lower the leverage.");
        }
    }

    private static void dynamicHedge(Scope scope, StrategySettings strategy, HedgeSettings hedge) {
        if (hedge.dynamic() == OnOff.OFF) {
            return;
        }
        String path = scope.pathOf(hedge);
        Leverage main = strategy.main().leverage();
        nearerThanStop(scope, strategy, path + ".closeMainAtLossPct", hedge.closeMainAtLossPct(), main);
        nearerThanStop(scope, strategy, path + ".halveAtMainGainPct", hedge.halveAtMainGainPct(), main);
        if (hedge.market() != null) {
            nearerThanStop(scope, strategy, path + ".closeBothAtLossPct", hedge.closeBothAtLossPct(), main);
            nearerThanStop(scope, strategy, path + ".closeBothAtLossPct", hedge.closeBothAtLossPct(), hedge.leverage());
        }
    }

    /** A hedge in a market of its own belongs to one main market. */
    private static void hedgeMarket(Scope scope, StrategySettings strategy, HedgeSettings hedge) {
        MarketId market = hedge.market();
        String path = scope.pathOf(hedge) + ".market";
        if (market == null || !scope.sound(path)) {
            return;
        }
        if (strategy.markets().size() > 1) {
            scope.error(
                    path,
                    "a hedge in a market of its own hedges one market, but the strategy trades "
                            + strategy.markets().size(),
                    "Make a strategy for each market, or leave hedge.market out.");
        }
    }

    private static void nearerThanStop(
            Scope scope, StrategySettings strategy, String path, BigDecimal marginPct, Leverage leverage) {
        BigDecimal pricePct = inPricePct(marginPct, leverage);
        if (pricePct.compareTo(strategy.exits().stopPct()) < 0) {
            scope.warning(
                    path,
                    marginPct.toPlainString() + " % of the margin at " + leverage + " is a price move of "
                            + pricePct.toPlainString() + " %, nearer than the stop at "
                            + strategy.exits().stopPct().toPlainString() + " %",
                    "The rule will act before the stop does.");
        }
    }

    private static BigDecimal inPricePct(BigDecimal marginPct, Leverage leverage) {
        return marginPct
                .divide(BigDecimal.valueOf(leverage.times()), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
