package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The dynamic hedge: what profits and losses of an open pair, as fractions of each leg's margin, change on a closed bar.
 * Each rule acts at most once a position; they are judged in the order of their declaration, and one acts a bar.
 */
final class HedgeRules {
    private static final Rate HALF = Rate.of("0.5");

    /** The rules. */
    enum Rule {
        /** Legs in different markets have both lost too much. */
        CLOSE_BOTH,
        /** The main leg has lost too much while the hedge wins. */
        CLOSE_MAIN,
        /** The main leg wins enough while the hedge loses. */
        HALVE_HEDGE
    }

    private final Leg main;
    private final Leg hedge;
    private final List<Rule> applied = new ArrayList<>();

    HedgeRules(Leg main, Leg hedge) {
        this.main = main;
        this.hedge = hedge;
    }

    void load(List<Rule> loaded) {
        applied.addAll(loaded);
    }

    List<Rule> state() {
        return List.copyOf(applied);
    }

    /** A new position may be changed by each rule again. */
    void reset() {
        applied.clear();
    }

    void onBarClosed(Turn turn, DynamicHedge thresholds) {
        Rate mainProfit = main.profitOfMargin();
        Rate hedgeProfit = hedge.profitOfMargin();
        boolean open = main.legState() == LegState.OPEN && hedge.legState() == LegState.OPEN;
        if (!open || mainProfit == null || hedgeProfit == null) {
            return;
        }
        for (Rule rule : Rule.values()) {
            if (!applied.contains(rule) && holds(rule, thresholds, mainProfit, hedgeProfit)) {
                applied.add(rule);
                apply(turn, rule, mainProfit, hedgeProfit);
                return;
            }
        }
    }

    private boolean holds(Rule rule, DynamicHedge thresholds, Rate mainProfit, Rate hedgeProfit) {
        return switch (rule) {
            case CLOSE_BOTH ->
                !main.id().market().equals(hedge.id().market())
                        && isBelow(mainProfit, thresholds.closeBothBelow())
                        && isBelow(hedgeProfit, thresholds.closeBothBelow());
            case CLOSE_MAIN -> isBelow(mainProfit, thresholds.closeMainBelow()) && hedgeProfit.e12() > 0;
            case HALVE_HEDGE -> mainProfit.compareTo(thresholds.halveHedgeAbove()) > 0 && hedgeProfit.e12() < 0;
        };
    }

    private static boolean isBelow(Rate profit, Rate loss) {
        return profit.compareTo(loss.negate()) < 0;
    }

    private void apply(Turn turn, Rule rule, Rate mainProfit, Rate hedgeProfit) {
        String decision = turn.correlationId();
        turn.raise(
                IncidentCode.HEDGE_RULE_APPLIED,
                main.account(),
                main.id().market(),
                rule + ": main leg at " + percent(mainProfit) + " of its margin, hedge at " + percent(hedgeProfit));
        switch (rule) {
            case CLOSE_BOTH -> {
                main.exit(turn, ExitReason.HEDGE_RULE, Quantity.ZERO);
                hedge.exit(turn, ExitReason.HEDGE_RULE, Quantity.ZERO);
            }
            case CLOSE_MAIN -> main.exit(turn, ExitReason.HEDGE_RULE, Quantity.ZERO);
            case HALVE_HEDGE -> hedge.exit(turn, ExitReason.HEDGE_RULE, hedge.keepAfter(HALF));
        }
        turn.correlate(decision);
    }

    private static String percent(Rate rate) {
        return rate.toBigDecimal()
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString() + " %";
    }
}
