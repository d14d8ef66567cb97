package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.bind.Words;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.SizingKind;
import dev.sparkstacker.app.config.model.SizingSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Each leg has what its sizing method needs, and nothing of another one. */
final class SizingChecks {
    private static final String MARGIN = "Margin committed to a position; the position is margin × leverage.";
    private static final Map<SizingKind, List<String>> NEEDED = needed();

    private SizingChecks() {}

    static void run(Scope scope) {
        boolean byRisk = false;
        for (StrategySettings strategy : scope.config().strategies()) {
            leg(scope, scope.pathOf(strategy.main()), strategy.main());
            byRisk |= strategy.main().method() == SizingKind.RISK_BASED;
            HedgeSettings hedge = strategy.hedge();
            if (hedge != null) {
                leg(scope, scope.pathOf(hedge), hedge.leg());
                byRisk |= hedge.leg().method() == SizingKind.RISK_BASED;
            }
        }
        if (!byRisk && scope.places().isSet("risk.riskPerTradePct") && scope.sound("risk.riskPerTradePct")) {
            scope.warning(
                    "risk.riskPerTradePct",
                    "is set, but no leg is sized by its risk",
                    "Write \"sizing\": { \"method\": \"riskBased\" } in a leg, in place of marginUsd.");
        }
    }

    private static void leg(Scope scope, String path, LegSettings leg) {
        if (!scope.sound(path)) {
            return;
        }
        SizingKind method = leg.method();
        if (method == SizingKind.FIXED_USD && leg.marginUsd() == null) {
            scope.error(path + ".marginUsd", "is missing", MARGIN);
        } else if (method != SizingKind.FIXED_USD && leg.marginUsd() != null) {
            scope.error(
                    path + ".marginUsd",
                    "is set, but the leg is sized by " + word(method),
                    "Remove it, or write \"method\": \"fixedUsd\".");
        }
        SizingSettings sizing = leg.sizing();
        if (sizing != null) {
            keys(scope, path + ".sizing", sizing);
        }
    }

    private static void keys(Scope scope, String path, SizingSettings sizing) {
        List<String> needed = NEEDED.getOrDefault(sizing.method(), List.of());
        given(sizing).forEach((key, value) -> {
            boolean optional = sizing.method() == SizingKind.RISK_BASED && key.equals("riskPct");
            if (value == null && needed.contains(key)) {
                scope.error(path + "." + key, "is missing", word(sizing.method()) + " needs " + all(needed) + ".");
            } else if (value != null && !needed.contains(key) && !optional) {
                scope.error(
                        path + "." + key,
                        "is set, but the method is " + word(sizing.method()),
                        needed.isEmpty() ? "Remove it." : "It needs " + all(needed) + "; remove the others.");
            }
        });
    }

    private static SequencedMap<String, @Nullable Object> given(SizingSettings sizing) {
        SequencedMap<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("marginPct", sizing.marginPct());
        given.put("riskPct", sizing.riskPct());
        given.put("sizeUnits", sizing.sizeUnits());
        given.put("winRatePct", sizing.winRatePct());
        given.put("averageWinPct", sizing.averageWinPct());
        given.put("averageLossPct", sizing.averageLossPct());
        given.put("maxEquityPct", sizing.maxEquityPct());
        return given;
    }

    private static Map<SizingKind, List<String>> needed() {
        Map<SizingKind, List<String>> needed = new EnumMap<>(SizingKind.class);
        needed.put(SizingKind.PERCENT_EQUITY, List.of("marginPct"));
        needed.put(SizingKind.FIXED_UNITS, List.of("sizeUnits"));
        needed.put(SizingKind.KELLY, List.of("winRatePct", "averageWinPct", "averageLossPct", "maxEquityPct"));
        return needed;
    }

    private static String all(List<String> keys) {
        List<String> quoted = new ArrayList<>();
        keys.forEach(key -> quoted.add("\"" + key + "\""));
        return String.join(", ", quoted);
    }

    private static String word(SizingKind kind) {
        return Words.of(kind);
    }
}
