package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
                1,
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
                1,
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
    void aShortLuckyRunIsNotTrusted() {
        EquityCurve lucky = new EquityCurve(
                new long[] {0, DAY_MS, 2 * DAY_MS, 3 * DAY_MS}, new double[] {1_000, 990, 1_030, 1_020});

        assertThat(rules(facts(lucky, Trades.of(alternating(60, 20, -5)), 3)))
                .containsExactly(Finding.Rule.SHORT_PERIOD, Finding.Rule.LUCK_NOT_EXCLUDED);
    }
}
