package dev.sparkstacker.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateArray;
import dev.sparkstacker.strategies.trigger.BreakoutType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of each strategy that is shipped, and of the guide's template, whatever it trades. */
class EveryStrategyTest {
    private static final long SEED = 20_251_121;
    private static final int BARS = 3_000;

    static Stream<StrategyType> types() {
        return Stream.concat(Strategies.all().stream(), Stream.of(new BreakoutType()));
    }

    private static Strategy shipped(StrategyType type) {
        return type.create(List.of(), Interval.M1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void cuttingTheFutureNeverChangesAPastDecision(StrategyType type) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<Bar> bars = TestBars.walk(SEED, BARS);
        Follower whole = new Follower(shipped(type));
        whole.follow(bars);
        for (int i = 0; i < 10; i++) {
            int cut = 1 + random.nextInt(BARS - 1);
            Follower prefix = new Follower(shipped(type));
            prefix.follow(bars.subList(0, cut));
            assertThat(prefix.judgements())
                    .as("%s, cut after %d bars", type.name(), cut)
                    .isEqualTo(whole.judgements().subList(0, cut));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRestartAtAnyBarChangesNothing(StrategyType type) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<Bar> bars = TestBars.walk(SEED + 1, BARS);
        Follower uninterrupted = new Follower(shipped(type));
        Strategy restarted = shipped(type);
        for (Bar bar : bars) {
            if (random.nextInt(20) == 0) {
                StateArray state = new StateArray();
                restarted.save(state);
                restarted = shipped(type);
                StateArray copy = StateArray.of(state.toArray());
                restarted.load(copy);
                assertThat(copy.remaining()).isZero();
            }
            Judgement expected = uninterrupted.follow(bar);
            assertThat(restarted.onBarClosed(bar, uninterrupted.standingBefore()))
                    .as("%s at %d", type.name(), bar.openTimeMs())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyBarIsExplained(StrategyType type) {
        Follower follower = new Follower(shipped(type));
        follower.follow(TestBars.walk(SEED + 2, BARS));

        List<Judgement> judgements = follower.judgements();
        int warm = shipped(type).warmUpBars();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            assertThat(judgement.conditions()).isNotEmpty();
            assertThat(judgement.intents().isEmpty()).isEqualTo(judgement.reason() != null);
            assertThat(judgement.confidence()).isBetween(0.0, 1.0);
            if (i < warm - 1) {
                assertThat(judgement.reason())
                        .as("%s, bar %d", type.name(), i + 1)
                        .isEqualTo(Reason.WARMING_UP);
            } else {
                assertThat(judgement.reason())
                        .as("%s, bar %d", type.name(), i + 1)
                        .isNotEqualTo(Reason.WARMING_UP);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aParameterThatIsNotAllowedIsNamed(StrategyType type) {
        assertThat(type.help()).endsWith(".");
        assertThatThrownBy(() -> type.create(List.of(new Parameter("nonsense", "1")), Interval.M1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense")
                .hasMessageContaining(type.parameters().getFirst().name());
        for (ParameterSpec spec : type.parameters()) {
            assertThat(spec.help()).isNotBlank();
            assertThat(spec.values()).isNotBlank();
            spec.check(spec.defaultText());
            assertThatThrownBy(() -> type.create(List.of(new Parameter(spec.name(), "no such value")), Interval.M1))
                    .isInstanceOf(InvalidParameter.class)
                    .hasMessageContaining(spec.name());
            if (spec instanceof ParameterSpec.Numeric numeric) {
                List<String> outside = new ArrayList<>();
                outside.add(numeric.minimum().subtract(BigDecimal.ONE).toPlainString());
                outside.add(numeric.maximum().add(BigDecimal.ONE).toPlainString());
                assertThatThrownBy(() -> spec.check("1e999999999")).hasMessageContaining("too many digits");
                for (String value : outside) {
                    assertThatThrownBy(() -> type.create(List.of(new Parameter(spec.name(), value)), Interval.M1))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("out of range");
                }
            }
        }
    }
}
