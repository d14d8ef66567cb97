package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Each leg is worth at least the venue's minimum order. */
final class NotionalChecks {
    /** Hyperliquid refuses orders under this value. */
    private static final Usd VENUE_MINIMUM = Usd.of("10");

    private NotionalChecks() {}

    static void run(Scope scope) {
        boolean live = scope.config().mode() == Mode.LIVE;
        Usd minimum = live ? VENUE_MINIMUM : scope.config().paper().venueRules().minNotionalUsd();
        for (StrategySettings strategy : scope.config().strategies()) {
            List<Map.Entry<String, LegSettings>> legs = new ArrayList<>();
            if (strategy.main().fixedNotional() != null) {
                legs.add(Map.entry(scope.pathOf(strategy.main()), strategy.main()));
            }
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null && hedge.leg().fixedNotional() != null) {
                legs.add(Map.entry(scope.pathOf(hedge), hedge.leg()));
            }
            for (Map.Entry<String, LegSettings> leg : legs) {
                Usd notional = leg.getValue().fixedNotional();
                if (notional != null
                        && notional.compareTo(minimum) < 0
                        && scope.sound(leg.getKey())
                        && scope.sound("paper.venueRules")) {
                    refuse(scope, leg, notional, minimum, legs, live);
                }
            }
        }
    }

    private static Usd notional(LegSettings leg) {
        return Objects.requireNonNull(leg.fixedNotional(), "a leg that is sized anew each time");
    }

    private static void refuse(
            Scope scope,
            Map.Entry<String, LegSettings> leg,
            Usd notional,
            Usd minimum,
            List<Map.Entry<String, LegSettings>> legs,
            boolean live) {
        LegSettings settings = leg.getValue();
        scope.error(
                leg.getKey() + ".marginUsd",
                margin(settings) + " USD at " + settings.leverage() + " is an order of " + notional
                        + " USD, under the venue's minimum of " + minimum + " USD",
                smallestThatWorks(legs, minimum)
                        + (live ? "" : " On paper, paper.venueRules.minNotionalUsd may be lower."));
    }

    /** Raises all legs by one factor, so that the split stays, each rounded up to the cent. */
    private static String smallestThatWorks(List<Map.Entry<String, LegSettings>> legs, Usd minimum) {
        BigDecimal factor = BigDecimal.ONE;
        for (Map.Entry<String, LegSettings> leg : legs) {
            BigDecimal needed = decimal(minimum).divide(decimal(notional(leg.getValue())), 12, RoundingMode.CEILING);
            factor = factor.max(needed);
        }
        BigDecimal total = BigDecimal.ZERO;
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, LegSettings> leg : legs) {
            BigDecimal margin = decimal(margin(leg.getValue())).multiply(factor).setScale(2, RoundingMode.CEILING);
            total = total.add(margin);
            parts.add(leg.getKey().substring(leg.getKey().lastIndexOf('.') + 1) + " " + plain(margin));
        }
        return "The smallest total margin that works is " + plain(total) + " USD (" + String.join(", ", parts)
                + "); sizes round down to whole lots, so leave a little more.";
    }

    private static Usd margin(LegSettings leg) {
        return Objects.requireNonNull(leg.marginUsd(), "a leg that is sized anew each time");
    }

    private static BigDecimal decimal(Usd amount) {
        return FixedPoint.toBigDecimal(amount.e8());
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
