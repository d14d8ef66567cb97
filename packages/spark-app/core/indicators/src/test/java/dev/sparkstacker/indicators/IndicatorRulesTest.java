package dev.sparkstacker.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that {@link Indicator} states for all indicators. */
class IndicatorRulesTest {
    private static final long SEED = 20_260_101L;
    private static final int BAR_COUNT = 600;

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void theDeclaredWarmUpIsExact(Subject<?> subject) {
        Bars bars = Bars.walk(SEED, BAR_COUNT);
        Subject.Run<?> run = subject.start();
        int warmUp = run.indicator().warmUpBars();
        assertThat(warmUp).isPositive();
        for (int bar = 0; bar < BAR_COUNT; bar++) {
            if (bar < warmUp) {
                assertThat(run.indicator().isReady())
                        .as("ready after %d bars", bar)
                        .isFalse();
                assertThatThrownBy(run::values)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("bar " + warmUp);
            } else {
                assertThat(run.indicator().isReady())
                        .as("ready after %d bars", bar)
                        .isTrue();
                assertThat(run.values()).doesNotContain(Double.NaN);
            }
            run.feed(bars, bar, bar + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void aRestartAtAnyBarNeverChangesALaterValue(Subject<?> subject) {
        Bars bars = Bars.walk(SEED, BAR_COUNT);
        Subject.Run<?> uninterrupted = subject.start();
        long[][] statesAfter = new long[BAR_COUNT + 1][];
        statesAfter[0] = uninterrupted.state();
        for (int bar = 0; bar < BAR_COUNT; bar++) {
            uninterrupted.feed(bars, bar, bar + 1);
            statesAfter[bar + 1] = uninterrupted.state();
        }
        for (int cut = 0; cut <= BAR_COUNT; cut++) {
            Subject.Run<?> restarted = subject.start();
            load(restarted, statesAfter[cut]);
            assertThat(restarted.state()).as("state saved again at bar %d", cut).isEqualTo(statesAfter[cut]);
            int end = Math.min(BAR_COUNT, cut + 150);
            for (int bar = cut; bar < end; bar++) {
                restarted.feed(bars, bar, bar + 1);
                assertThat(restarted.state()).as("cut at %d, bar %d", cut, bar).isEqualTo(statesAfter[bar + 1]);
            }
            restarted.feed(bars, end, BAR_COUNT);
            assertThat(restarted.values()).as("cut at %d, last values", cut).isEqualTo(uninterrupted.values());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void manyRestartsInOneRunGiveTheSameBitsAsNone(Subject<?> subject) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Bars bars = Bars.walk(SEED + 1, BAR_COUNT);
        Subject.Run<?> uninterrupted = subject.start();
        Subject.Run<?> restarted = subject.start();
        for (int bar = 0; bar < BAR_COUNT; bar++) {
            if (random.nextInt(4) == 0) {
                long[] state = restarted.state();
                restarted = subject.start();
                load(restarted, state);
            }
            uninterrupted.feed(bars, bar, bar + 1);
            restarted.feed(bars, bar, bar + 1);
            if (uninterrupted.indicator().isReady()) {
                assertThat(bits(restarted.values())).as("bar %d", bar).isEqualTo(bits(uninterrupted.values()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void loadingReplacesWhateverTheIndicatorHeldBefore(Subject<?> subject) {
        Bars bars = Bars.walk(SEED, BAR_COUNT);
        Subject.Run<?> source = subject.start();
        source.feed(bars, 0, 333);
        Subject.Run<?> target = subject.start();
        target.feed(Bars.walk(SEED + 2, 200), 0, 200);
        load(target, source.state());
        for (int bar = 333; bar < BAR_COUNT; bar++) {
            source.feed(bars, bar, bar + 1);
            target.feed(bars, bar, bar + 1);
            assertThat(target.state()).isEqualTo(source.state());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void inputThatIsNoFiniteNumberIsRejectedAndLeavesTheStateAsItWas(Subject<?> subject) {
        Subject.Run<?> run = subject.start();
        run.feed(Bars.walk(SEED, 100), 0, 100);
        long[] before = run.state();
        for (double bad : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertThatThrownBy(() -> run.feed(bad, bad, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be a finite number, was " + bad);
            assertThat(run.state()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void theStateOfAnyOtherIndicatorIsRefused(Subject<?> subject) {
        Subject.all().filter(other -> !other.name().equals(subject.name())).forEach(other -> {
            Subject.Run<?> run = subject.start();
            long[] foreign = other.start().state();
            assertThatThrownBy(() -> load(run, foreign))
                    .as("%s into %s", other, subject)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(run.indicator().toString());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.sparkstacker.indicators.Subject#all")
    void aTruncatedStateIsRefused(Subject<?> subject) {
        Subject.Run<?> full = subject.start();
        full.feed(Bars.walk(SEED, 100), 0, 100);
        long[] state = full.state();
        for (int words = 0; words < state.length; words++) {
            long[] torn = Arrays.copyOf(state, words);
            assertThatThrownBy(() -> load(subject.start(), torn))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("state ends after " + words + " words");
        }
    }

    private static void load(Subject.Run<?> run, long[] state) {
        StateArray source = StateArray.of(state);
        run.indicator().load(source);
        assertThat(source.remaining()).as("words left unread").isZero();
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }
}
