package dev.sparkstacker.backtest.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Several runs side by side: what differs in what they were, what they were worth, and where each first departs from
 * the first one.
 *
 * @param runs names, in the order given
 * @param settings what is not the same in all runs: its name, then a value a run
 * @param figures what they were worth: its name, then a value a run
 * @param divergences for each run after the first, where its trades first depart from the first run's
 */
public record Comparison(
        List<String> runs, List<List<String>> settings, List<List<String>> figures, List<String> divergences) {
    private static final Set<String> NOT_SETTINGS = Set.of("labels");
    private static final List<List<String>> FIGURES = List.of(
            List.of("end equity USD", "/equity/endUsd"),
            List.of("total return", "/statistics/totalReturn"),
            List.of("yearly growth", "/statistics/yearlyGrowth"),
            List.of("Sharpe", "/statistics/sharpe"),
            List.of("Sortino", "/statistics/sortino"),
            List.of("Calmar", "/statistics/calmar"),
            List.of("max drawdown", "/statistics/maxDrawdown"),
            List.of("max drawdown USD", "/statistics/maxDrawdownUsd"),
            List.of("trades", "/trades/count"),
            List.of("win rate", "/trades/winRate"),
            List.of("profit factor", "/trades/profitFactor"),
            List.of("expectancy USD", "/trades/expectancyUsd"),
            List.of("fees USD", "/statistics/feesUsd"),
            List.of("funding USD", "/statistics/fundingUsd"),
            List.of("slippage USD", "/statistics/slippageUsd"),
            List.of("time in market", "/statistics/timeInMarket"),
            List.of("path gap USD", "/pathGap/gapUsd"),
            List.of("market return", "/statistics/marketReturn"));

    /** Compares them. @throws IllegalArgumentException if there are fewer than two */
    public static Comparison of(List<WrittenRun> runs) {
        if (runs.size() < 2) {
            throw new IllegalArgumentException("Nothing to compare: at least two runs are needed");
        }
        List<List<String>> figures = new ArrayList<>();
        for (List<String> figure : FIGURES) {
            List<String> row = new ArrayList<>(List.of(figure.get(0)));
            runs.forEach(run -> row.add(amount(run.summary().at(figure.get(1)))));
            figures.add(row);
        }
        List<String> divergences = new ArrayList<>();
        for (WrittenRun other : runs.subList(1, runs.size())) {
            divergences.add(Divergence.between(runs.getFirst(), other));
        }
        return new Comparison(runs.stream().map(WrittenRun::name).toList(), settings(runs), figures, divergences);
    }

    private static List<List<String>> settings(List<WrittenRun> runs) {
        List<Map<String, String>> flat = new ArrayList<>();
        for (WrittenRun run : runs) {
            Map<String, String> values = new TreeMap<>();
            flatten("", run.summary().path("run"), values);
            flat.add(values);
        }
        Map<String, List<String>> rows = new TreeMap<>();
        for (Map<String, String> values : flat) {
            values.keySet().forEach(name -> rows.computeIfAbsent(name, _ -> new ArrayList<>()));
        }
        rows.forEach((name, row) -> flat.forEach(values -> row.add(values.getOrDefault(name, ""))));
        List<List<String>> differing = new ArrayList<>();
        rows.forEach((name, row) -> {
            if (row.stream().distinct().count() > 1) {
                List<String> line = new ArrayList<>(List.of(name));
                line.addAll(row);
                differing.add(line);
            }
        });
        return differing;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (!NOT_SETTINGS.contains(entry.getKey())) {
                    flatten(prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue(), into);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.put(prefix, node.asString(""));
        }
    }

    private static String amount(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "–";
        }
        return node.isFloatingPointNumber() ? String.format(Locale.ROOT, "%.4f", node.asDouble()) : node.asString("");
    }
}
