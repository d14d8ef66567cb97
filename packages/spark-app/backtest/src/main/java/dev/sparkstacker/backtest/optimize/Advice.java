package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.backtest.stats.Moments;
import dev.sparkstacker.backtest.stats.Ratios;
import dev.sparkstacker.backtest.stats.SharpeEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a search may say to a person: a candidate with its evidence from data it has not seen, or that there is none. */
public sealed interface Advice {
    /** Below this many trades out of sample nothing is suggested. */
    int FEWEST_TRADES = 30;

    /** How probable it must be that the true Sharpe ratio is above what luck gives the best of as many trials. */
    double SURE_ENOUGH = 0.95;

    /** It can be recommended. */
    record Suggested(Scored candidate, Evidence evidence) implements Advice {}

    /**
     * Nothing can be recommended.
     *
     * @param best the best in sample, which is no recommendation
     * @param reasons why not, in words
     */
    record Withheld(Scored best, Evidence evidence, List<String> reasons) implements Advice {
        public Withheld {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What is known from data that the choice has not seen.
     *
     * @param score the objective over all tests joined
     * @param trades in all tests
     * @param deflatedSharpe probability that the Sharpe ratio out of sample is above what luck gives the best of the trials
     * @param stability of the candidate in sample
     * @param trials how many candidates were tried
     */
    record Evidence(double score, int trades, OptionalDouble deflatedSharpe, Stability stability, int trials) {}

    /** Judges the best candidate of a search by a validation of the same way of searching. */
    static Advice of(
            Space space, List<Scored> tried, List<Outcome> outcomes, Validation validation, Objective objective) {
        Scored best = best(tried);
        Stability stability = Stability.of(space, best, tried);
        List<String> reasons = new ArrayList<>();
        Evidence evidence = switch (validation.stitched()) {
            case Outcome.Refused refused -> {
                reasons.add("A test could not run: " + refused.reason() + ".");
                yield new Evidence(Double.NEGATIVE_INFINITY, 0, OptionalDouble.empty(), stability, tried.size());
            }
            case Outcome.Ran ran ->
                new Evidence(
                        objective.of(ran),
                        ran.trades(),
                        SharpeEvidence.deflated(ran.returns(), tried.size(), spread(outcomes)),
                        stability,
                        tried.size());
        };
        reasons.addAll(objections(evidence));
        return reasons.isEmpty() ? new Suggested(best, evidence) : new Withheld(best, evidence, reasons);
    }

    /** Nothing was learned from data that the choice has not seen. */
    static Advice withoutEvidence(Space space, List<Scored> tried, String reason) {
        Scored best = best(tried);
        Evidence none = new Evidence(
                Double.NEGATIVE_INFINITY, 0, OptionalDouble.empty(), Stability.of(space, best, tried), tried.size());
        return new Withheld(best, none, List.of(reason + "."));
    }

    private static Scored best(List<Scored> tried) {
        return tried.stream()
                .min(Scored.BEST_FIRST)
                .orElseThrow(() -> new IllegalArgumentException("Nothing was tried"));
    }

    /** How far the trials' daily Sharpe ratios scatter; zero where fewer than two are defined. */
    static double spread(List<Outcome> outcomes) {
        double[] ratios = outcomes.stream()
                .filter(Outcome.Ran.class::isInstance)
                .map(outcome -> Ratios.dailySharpe(((Outcome.Ran) outcome).returns()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return Moments.of(ratios).deviation().orElse(0);
    }

    private static List<String> objections(Evidence evidence) {
        List<String> reasons = new ArrayList<>();
        if (evidence.trades() < FEWEST_TRADES) {
            reasons.add("Only " + evidence.trades() + " trades out of sample; fewer than " + FEWEST_TRADES
                    + " say nothing.");
        }
        if (!(evidence.score() > 0)) {
            reasons.add("The objective out of sample is not above zero.");
        }
        if (evidence.deflatedSharpe().isEmpty()) {
            reasons.add("The out-of-sample period is too short or too uniform for a deflated Sharpe ratio.");
        } else if (evidence.deflatedSharpe().getAsDouble() < SURE_ENOUGH) {
            reasons.add("The best of " + evidence.trials() + " worthless trials would look as good: deflated Sharpe "
                    + Math.round(evidence.deflatedSharpe().getAsDouble() * 100) + " %, wanted "
                    + Math.round(SURE_ENOUGH * 100) + " %.");
        }
        if (evidence.stability().isFragile()) {
            reasons.add("Fewer than half of its neighbours keep half of its value: one step further and it is gone.");
        }
        return reasons;
    }
}
