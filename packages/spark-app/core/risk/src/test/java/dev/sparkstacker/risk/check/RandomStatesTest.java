package dev.sparkstacker.risk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.risk.Check;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The checks and an independently written checker agree in random worlds. {@code -Dspark.limits.cases=5000000} makes it
 * that many, {@code -Dspark.limits.seed=N} repeats a run.
 */
class RandomStatesTest {
    private static final long STATES =
            Long.getLong("spark.limits.cases", Boolean.getBoolean("spark.test.full") ? 5_000_000L : 100_000L);
    private static final long SEED = Long.getLong("spark.limits.seed", 20_261_121L);
    private static final int ENOUGH = 50;

    @Test
    void checksAndIndependentCheckerAgreeInEveryRandomState() {
        System.out.println("risk: " + STATES + " random states, seed " + SEED);
        Map<Reason, Integer> held = new EnumMap<>(Reason.class);
        Map<Reason, Integer> broken = new EnumMap<>(Reason.class);
        int allPassed = 0;
        for (long i = 0; i < STATES; i++) {
            Scene scene = new RandomScenes(SEED + i).next();
            ProposedEntry entry = scene.entry();
            EntryFacts facts = scene.facts();
            IndependentChecker.Finding expected = IndependentChecker.judge(entry, facts);
            List<Check> checks = PreTradeChecks.run(entry, facts);
            Set<Reason> failed = EnumSet.noneOf(Reason.class);
            for (Check check : checks) {
                (check.passed() ? held : broken).merge(check.rule(), 1, Integer::sum);
                if (!check.passed()) {
                    failed.add(check.rule());
                }
            }
            allPassed += failed.isEmpty() ? 1 : 0;
            failed.removeIf(rule -> expected.mayDeny().contains(rule));
            if (!failed.equals(expected.broken())) {
                assertThat(failed)
                        .as("seed %d:%n%s%n%s%n%s", SEED + i, entry, facts, checks)
                        .isEqualTo(expected.broken());
            }
        }
        System.out.println("risk: approved in " + allPassed + " states");
        if (STATES >= 100_000) {
            assertEveryRuleWasHeldAndBroken(held, broken, allPassed);
        }
    }

    private static void assertEveryRuleWasHeldAndBroken(
            Map<Reason, Integer> held, Map<Reason, Integer> broken, int allPassed) {
        for (Check check : new Scene().checks()) {
            Reason rule = check.rule();
            assertThat(held.getOrDefault(rule, 0)).as("%s held", rule).isGreaterThan(ENOUGH);
            assertThat(broken.getOrDefault(rule, 0)).as("%s broken", rule).isGreaterThan(ENOUGH);
        }
        assertThat(allPassed).as("states in which everything passed").isGreaterThan(ENOUGH);
    }
}
