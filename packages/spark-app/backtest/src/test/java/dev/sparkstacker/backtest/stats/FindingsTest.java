package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final long DAY_MS = 86_400_000;

    private static double[] alternating(int count, double won, double lost) {
        double[] gross = new double[count];
        for (int i = 0; i < count; i++) {
            gross[i] = i % 2 == 0 ? won : lost;
        }
        return gross;
    }

    private static EquityCurve rising(int days) {
        long[] times = new long[days];
        double[] equity = new double[days];
        for (int i = 0; i < days; i++) {
            times[i] = i * DAY_MS;
            equity[i] = 1_000 + 10 * i + i % 2;
        }
        return new EquityCurve(times, equity);
    }

    private static RunFacts facts(EquityCurve equity, List<TradeFact> trades, int parameters) {
        return new RunFacts(
                equity,
                trades,
                new Baseline(0, 0, OptionalDouble.empty()),
                parameters,
                OptionalInt.empty(),
                OptionalDouble.of(0),
                List.of(5.0, 4.0));
    }

    private static List<Finding.Rule> rules(RunFacts facts) {
        return Findings.of(facts).stream().map(Finding::rule).toList();
    }

    @Test
    void nothingSpeaksAgainstAnHonestRun() {
        assertThat(rules(facts(rising(40), Trades.of(alternating(60, 20, -5)), 3)))
                .isEmpty();
    }

    @Test
    void thirtyTradesAreEnoughAndTwentyNineAreNot() {
        assertThat(rules(facts(rising(40), Trades.of(alternating(30, 20, -5)), 3)))
                .isEmpty();
        assertThat(rules(facts(rising(40), Trades.of(alternating(29, 20, -5)), 2)))
                .containsExactly(Finding.Rule.TOO_FEW_TRADES);
    }

    @Test
    void aParameterNeedsTenTrades() {
        assertThat(rules(facts(rising(40), Trades.of(alternating(60, 20, -5)), 6)))
                .isEmpty();
        assertThat(rules(facts(rising(40), Trades.of(alternating(59, 20, -5)), 6)))
                .containsExactly(Finding.Rule.TOO_MANY_PARAMETERS);
    }

    @Test
    void oneTradeThatMakesTheProfitIsNamed() {
        double[] gross = new double[40];
        Arrays.fill(gross, 1.1);
        gross[7] = 200;

        List<Finding> findings = Findings.of(facts(rising(40), Trades.of(gross), 3));

        assertThat(findings).extracting(Finding::rule).containsExactly(Finding.Rule.ONE_TRADE_MAKES_THE_PROFIT);
        assertThat(findings.getFirst().text()).contains("98 %");
    }

    @Test
    void costNeighboursOutliersAndHoldingAreLookedAt() {
        RunFacts facts = new RunFacts(
                rising(40),
                Trades.of(alternating(40, 4, 0.5)),
                new Baseline(9, 0, OptionalDouble.empty()),
                3,
                OptionalInt.empty(),
                OptionalDouble.of(0.21),
                List.of(-1.0, -2.0, 3.0));

        assertThat(rules(facts))
                .containsExactly(
                        Finding.Rule.FRAGILE_NEIGHBOURS,
                        Finding.Rule.FILLS_IN_OUTLIERS,
                        Finding.Rule.WORSE_THAN_HOLDING);
        assertThat(rules(facts(rising(40), Trades.of(alternating(40, 1.5, 1.2)), 3)))
                .contains(Finding.Rule.COST_EATS_PROFIT);
    }

    @Test
    void fundingOfMoreThanATenthOfWhatWasGainedIsNamed() {
        // 20 trades gain 20 each before cost, 400 in all: a tenth is 40.
        assertThat(rules(facts(rising(40), funded(-1.01), 3))).containsExactly(Finding.Rule.FUNDING_PAID);
        assertThat(rules(facts(rising(40), funded(-1), 3))).isEmpty();
        assertThat(rules(facts(rising(40), funded(5), 3)))
                .as("what was received speaks against nothing")
                .isEmpty();
        assertThat(Findings.of(facts(rising(40), funded(-2), 3)).getFirst().text())
                .isEqualTo("80.00 USD of funding were paid, 20 % of what won trades gained");
    }

    /** 40 trades, each second of which gains 20 USD and the others nothing, with this funding each. */
    private static List<TradeFact> funded(double funding) {
        return Trades.of(alternating(40, 20, 0)).stream()
                .map(trade -> Trades.withFunding(trade, funding))
                .toList();
    }

    @Test
    void theBestOfASearchIsToldToBeChosenOnItsData() {
        RunFacts chosen = new RunFacts(
                rising(40),
                Trades.of(alternating(60, 20, -5)),
                new Baseline(0, 0, OptionalDouble.empty()),
                3,
                OptionalInt.of(12),
                OptionalDouble.of(0),
                List.of());

        List<Finding> findings = Findings.of(chosen);

        assertThat(findings).extracting(Finding::rule).containsExactly(Finding.Rule.CHOSEN_ON_THESE_DATA);
        assertThat(findings.getFirst().text()).contains("best of 12");
    }

    @Test
    void aShortLuckyRunIsNotTrusted() {
        EquityCurve lucky = new EquityCurve(
                new long[] {0, DAY_MS, 2 * DAY_MS, 3 * DAY_MS}, new double[] {1_000, 990, 1_030, 1_020});

        assertThat(rules(facts(lucky, Trades.of(alternating(60, 20, -5)), 3)))
                .containsExactly(Finding.Rule.SHORT_PERIOD, Finding.Rule.LUCK_NOT_EXCLUDED);
    }
}
