package dev.sparkstacker.strategies.supersignal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.TestBars;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A market drawn so that it satisfies every component of a long, and then the same with one of them just missing.
 *
 * <pre>
 *   40 quiet bars, one with a spike down to 940 ─► 10 quiet bars ─► a fall to the first low, 948 ─► up to 962
 *   ─► the second low, 947, with a higher %D ─► a bar of rest ─► the turn, which also confirms the second low as a pivot
 * </pre>
 */
class SuperSignalStrategyTest {
    private static final int WARM = 62;

    private final List<Bar> bars = new ArrayList<>();

    private SuperSignalStrategyTest bar(double high, double low, double close) {
        bars.add(TestBars.bar(bars.size(), high, low, close, 1));
        return this;
    }

    private SuperSignalStrategyTest quiet(int count) {
        for (int i = 0; i < count; i++) {
            bar(1000.5, 999.5, 1000);
        }
        return this;
    }

    private SuperSignalStrategyTest fall(double spike, double secondLow, double secondClose) {
        quiet(40).bar(1000.5, spike, 1000).quiet(10);
        for (int i = 1; i <= 10; i++) {
            double close = 1000 - 4.9 * i;
            bar(close + 4, close - 0.5, close);
        }
        bar(952, 948, 948.5);
        bar(957, 949, 956).bar(961, 954, 960).bar(962, 958, 959);
        bar(960, 955, 956).bar(957, 952, 952.5).bar(953.5, 949.5, 950);
        return bar(951, secondLow, secondClose).bar(950.5, secondLow + 0.05, 948.2);
    }

    private SuperSignalStrategyTest turn(double close) {
        return bar(Math.max(950, close), Math.min(948.7, close), close);
    }

    private SuperSignalStrategyTest completeLong() {
        return fall(940, 947, 949.2).turn(949.5);
    }

    private static Strategy strategy(String... namesAndValues) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new SuperSignalType().create(parameters, Interval.M1);
    }

    private Judgement judgeLast(Strategy strategy) {
        bars.subList(0, bars.size() - 1).forEach(bar -> strategy.onBarClosed(bar, Standing.FLAT));
        return strategy.onBarClosed(bars.getLast(), Standing.FLAT);
    }

    @Test
    void everyComponentTogetherEntersLong() {
        completeLong();

        Judgement judgement = judgeLast(strategy());

        assertThat(judgement.conditions()).allMatch(Condition::met);
        assertThat(judgement.intents()).hasSize(1);
        Intent.Enter enter = (Intent.Enter) judgement.intents().getFirst();
        assertThat(enter.side()).isEqualTo(Side.BUY);
        assertThat(judgement.confidence()).isEqualTo(1);
        assertThat(enter.stop()).as("0.1 % below the pivot").isEqualTo(Price.of("946.053"));
        // K = 2.5 / 15 of the last nine bars, so it has 63.3 to go to 80: 63.3 % of 2 %.
        assertThat(enter.targetDistance()).isEqualTo(Rate.of("0.012666666667"));
    }

    @Test
    void legacyAsksForDivergenceAndRotationOnly() {
        completeLong();

        assertThat(judgeLast(strategy("preset", "legacy", "locationPct", "0.01"))
                        .side())
                .isEqualTo(Side.BUY);
    }

    @Test
    void aHigherSecondLowIsNoDivergence() {
        fall(940, 948.1, 949.2).turn(949.5);

        Judgement judgement = judgeLast(strategy());

        assertThat(judgement.intents()).isEmpty();
        assertThat(judgement.reason()).isEqualTo(Reason.NO_DIVERGENCE);
    }

    @Test
    void aBarThatDoesNotTurnWaits() {
        fall(940, 947, 949.2).turn(947.9);

        assertThat(judgeLast(strategy()).reason()).isEqualTo(Reason.NO_ROTATION);
    }

    @Test
    void awayFromTheLowIsNotTheLocation() {
        completeLong();

        assertThat(judgeLast(strategy("locationPct", "0.27")).side()).isEqualTo(Side.BUY);
        assertThat(judgeLast(strategy("locationPct", "0.26")).reason()).isEqualTo(Reason.NOT_AT_LOCATION);
    }

    @Test
    void strengthIsARealThreshold() {
        fall(940, 948.1, 949.2).turn(949.5);

        Judgement allowed = judgeLast(strategy("preset", "relaxed", "minStrength", "0.9"));
        Judgement tooWeak = judgeLast(strategy("preset", "relaxed", "minStrength", "0.91"));

        assertThat(allowed.confidence()).isEqualTo(0.9);
        assertThat(((Intent.Enter) allowed.intents().getFirst()).stop())
                .as("2 % below the close without a divergence")
                .isEqualTo(Price.of("930.51"));
        assertThat(tooWeak.reason()).isEqualTo(Reason.SIGNAL_TOO_WEAK);
    }

    @Test
    void theFilterOfSlowAndTrendBlocksARelaxedLongInAFallenMarket() {
        completeLong();

        assertThat(judgeLast(strategy("preset", "relaxed", "slowTrendFilter", "true"))
                        .reason())
                .isEqualTo(Reason.TREND_AGAINST);
        assertThat(judgeLast(strategy("preset", "relaxed")).intents()).hasSize(1);
    }

    @Test
    void aMarketThatStaysEmbeddedIsLeftAlone() {
        fall(999.5, 947, 949.2).turn(949.5);

        assertThat(judgeLast(strategy("preset", "legacy")).reason()).isEqualTo(Reason.TREND_EMBEDDED);
    }

    @Test
    void twoEmbeddedBarsAskForLocation() {
        // Trend K of the last three bars: 11.2, 7.1 and 9.4.
        fall(944.2, 947, 950.5).turn(949.5);

        assertThat(judgeLast(strategy("preset", "legacy")).side()).isEqualTo(Side.BUY);
        assertThat(judgeLast(strategy("preset", "legacy", "locationPct", "0.2")).reason())
                .isEqualTo(Reason.TREND_EMBEDDED);
    }

    @Test
    void threeOscillatorsOfFourAreANearMiss() {
        fall(940, 947, 949.2).turn(950.5);

        Judgement judgement = judgeLast(strategy());

        assertThat(judgement.reason()).isEqualTo(Reason.NEAR_MISS);
        assertThat(judgement.conditions().getFirst().value()).isEqualTo("3 of 4 in the zone; outside: fast");
    }

    /** A market at 1000 with a range of 40, in which the fast K is easily placed. */
    private Strategy held(double... closes) {
        Strategy strategy = strategy();
        for (int i = 0; i < WARM; i++) {
            bar(1020, 980, 990);
        }
        judgeLast(strategy);
        for (double close : closes) {
            strategy.onBarClosed(TestBars.bar(bars.size(), 1020, 980, close, 1), longAt("990", "970"));
        }
        return strategy;
    }

    private static Standing longAt(String entry, String stop) {
        return new Standing(Stance.LONG, Side.BUY, Price.of(entry), Price.of(stop));
    }

    private static Judgement next(Strategy strategy, double close, Standing standing) {
        return strategy.onBarClosed(TestBars.bar(200, 1020, 980, close, 1), standing);
    }

    @Test
    void crossingTheMiddleClosesHalfAndMovesTheStopToTheEntry() {
        Judgement judgement = next(held(), 1000, longAt("990", "970"));

        assertThat(judgement.intents())
                .containsExactly(
                        new Intent.ExitFraction("fast K crossed 50", Rate.of("0.5")),
                        new Intent.MoveStop(Price.of("990")));
    }

    @Test
    void justBelowTheMiddleNothingIsDone() {
        Judgement judgement = next(held(), 999.9, longAt("990", "970"));

        assertThat(judgement.intents()).isEmpty();
        assertThat(judgement.reason()).isEqualTo(Reason.ALREADY_IN_POSITION);
    }

    @Test
    void eightyLeaves() {
        assertThat(next(held(), 1012, longAt("990", "970")).intents())
                .containsExactly(new Intent.Exit(ExitReason.EXIT_SIGNAL));
        assertThat(next(held(1000), 1011.9, longAt("990", "990")).intents()).isEmpty();
    }

    @Test
    void trailingFollowsTheCloseByOneAndAHalfRangesAndOnlyInFavour() {
        // The range is 40 throughout, so the stop follows 60 below the close.
        Judgement judgement = next(held(1000), 1001, longAt("990", "930"));
        assertThat(judgement.intents()).containsExactly(new Intent.MoveStop(Price.of("941")));

        assertThat(next(held(1000), 1001, longAt("990", "941")).intents())
                .as("no step")
                .isEmpty();
        assertThat(next(held(1000), 1001, longAt("990", "960")).intents())
                .as("never back")
                .isEmpty();
    }

    @Test
    void aNewPositionBeginsWithoutATrail() {
        Strategy strategy = held(1000);
        next(strategy, 995, Standing.FLAT);

        assertThat(next(strategy, 996, longAt("990", "900")).intents()).isEmpty();
        assertThat(next(strategy, 1001, longAt("990", "900")).intents()).hasSize(2);
    }

    /** The same market upside down: what fell to a low rises to a high, and every oscillator is 100 less its value. */
    private SuperSignalStrategyTest upsideDown() {
        List<Bar> drawn = List.copyOf(bars);
        bars.clear();
        for (Bar bar : drawn) {
            bar(
                    2_000 - bar.low().toDouble(),
                    2_000 - bar.high().toDouble(),
                    2_000 - bar.close().toDouble());
        }
        return this;
    }

    @Test
    void everyComponentTogetherEntersShort() {
        completeLong().upsideDown();

        Judgement judgement = judgeLast(strategy());

        assertThat(judgement.conditions()).allMatch(Condition::met);
        Intent.Enter enter = (Intent.Enter) judgement.intents().getFirst();
        assertThat(enter.side()).isEqualTo(Side.SELL);
        assertThat(judgement.confidence()).isEqualTo(1);
        assertThat(enter.stop()).as("0.1 % above the pivot at 1,053").isEqualTo(Price.of("1054.053"));
        assertThat(enter.targetDistance()).as("63.3 to go to 20").isEqualTo(Rate.of("0.012666666667"));
    }

    @Test
    void aLowerSecondHighIsNoDivergence() {
        fall(940, 948.1, 949.2).turn(949.5).upsideDown();

        assertThat(judgeLast(strategy()).reason()).isEqualTo(Reason.NO_DIVERGENCE);
    }

    @Test
    void aBarThatDoesNotTurnDownWaits() {
        fall(940, 947, 949.2).turn(947.9).upsideDown();

        assertThat(judgeLast(strategy()).reason()).isEqualTo(Reason.NO_ROTATION);
    }

    @Test
    void awayFromTheHighIsNotTheLocation() {
        // The close is 2.5 below the high of 1,053: 0.2374 %.
        completeLong().upsideDown();

        assertThat(judgeLast(strategy("locationPct", "0.24")).side()).isEqualTo(Side.SELL);
        assertThat(judgeLast(strategy("locationPct", "0.23")).reason()).isEqualTo(Reason.NOT_AT_LOCATION);
    }

    @Test
    void threeOscillatorsHighOfFourAreANearMiss() {
        fall(940, 947, 949.2).turn(950.5).upsideDown();

        Judgement judgement = judgeLast(strategy());

        assertThat(judgement.reason()).isEqualTo(Reason.NEAR_MISS);
        assertThat(judgement.conditions().getFirst().name()).isEqualTo("shortExtreme");
        assertThat(judgement.conditions().getFirst().value()).isEqualTo("3 of 4 in the zone; outside: fast");
    }

    @Test
    void aRisenMarketThatStaysEmbeddedIsLeftAlone() {
        fall(999.5, 947, 949.2).turn(949.5).upsideDown();

        assertThat(judgeLast(strategy("preset", "legacy")).reason()).isEqualTo(Reason.TREND_EMBEDDED);
    }

    @Test
    void theFilterOfSlowAndTrendBlocksARelaxedShortInARisenMarket() {
        completeLong().upsideDown();

        assertThat(judgeLast(strategy("preset", "relaxed", "slowTrendFilter", "true"))
                        .reason())
                .isEqualTo(Reason.TREND_AGAINST);
        assertThat(judgeLast(strategy("preset", "relaxed")).side()).isEqualTo(Side.SELL);
    }

    @Test
    void aRelaxedShortWithoutDivergenceStopsTwoPercentAbove() {
        fall(940, 948.1, 949.2).turn(949.5).upsideDown();

        Judgement judgement = judgeLast(strategy("preset", "relaxed", "minStrength", "0.9"));

        assertThat(((Intent.Enter) judgement.intents().getFirst()).stop()).isEqualTo(Price.of("1071.51"));
        assertThat(judgeLast(strategy("preset", "relaxed", "minStrength", "0.91"))
                        .reason())
                .isEqualTo(Reason.SIGNAL_TOO_WEAK);
    }

    @Test
    void aDivergenceOfTooLittleStrengthIsNone() {
        // %D is (1.144 + 1.144 + 1.211) / 3 = 1.166 at the first low and (26.786 + 14.286 + 14.667) / 3 = 18.579 at the
        // second; the price fell by 0.1055 %: (0.1055 + 0.1741) / 2 = 0.1398.
        completeLong();

        assertThat(judgeLast(strategy("minDivergenceStrength", "0.139")).side()).isEqualTo(Side.BUY);
        assertThat(judgeLast(strategy("minDivergenceStrength", "0.14")).reason())
                .isEqualTo(Reason.NO_DIVERGENCE);
    }

    @Test
    void theTargetIsOnePercentAtLeastWhereverTheOscillatorStands() {
        // The turn of a legacy long may be far up: fast K is (956 − 947) / 15 = 60, so that 20 are left, 0.4 % by
        // scale.
        fall(940, 947, 949.2).turn(956);

        Judgement judgement = judgeLast(strategy("preset", "legacy"));

        assertThat(((Intent.Enter) judgement.intents().getFirst()).targetDistance())
                .isEqualTo(Rate.of("0.01"));
    }

    @Test
    void theTargetOfAnOscillatorPastItsZoneIsStillOnTheRightSide() {
        // Fast K is (961 − 947) / 15 = 93.3, beyond 80: nothing is left to go.
        fall(940, 947, 949.2).turn(961);

        Judgement judgement = judgeLast(strategy("preset", "legacy"));

        assertThat(((Intent.Enter) judgement.intents().getFirst()).targetDistance())
                .isEqualTo(Rate.of("0.01"));
    }

    /** The market at 1000 seen from below: fast K begins at 75. */
    private Strategy heldShort(double... closes) {
        Strategy strategy = strategy();
        for (int i = 0; i < WARM; i++) {
            bar(1020, 980, 1010);
        }
        judgeLast(strategy);
        for (double close : closes) {
            strategy.onBarClosed(TestBars.bar(bars.size(), 1020, 980, close, 1), shortAt("1010", "1030"));
        }
        return strategy;
    }

    private static Standing shortAt(String entry, String stop) {
        return new Standing(Stance.SHORT, Side.SELL, Price.of(entry), Price.of(stop));
    }

    @Test
    void aShortCrossingTheMiddleClosesHalfAndMovesTheStopToTheEntry() {
        assertThat(next(heldShort(), 1000, shortAt("1010", "1030")).intents())
                .containsExactly(
                        new Intent.ExitFraction("fast K crossed 50", Rate.of("0.5")),
                        new Intent.MoveStop(Price.of("1010")));
        assertThat(next(heldShort(), 1000.1, shortAt("1010", "1030")).intents())
                .as("just above the middle")
                .isEmpty();
    }

    @Test
    void theHalfIsClosedOnceOnly() {
        Strategy strategy = held(1000);
        next(strategy, 998, longAt("990", "990"));

        assertThat(next(strategy, 1001, longAt("990", "990")).intents())
                .noneMatch(Intent.ExitFraction.class::isInstance);
    }

    @Test
    void aShortLeavesAtTwenty() {
        assertThat(next(heldShort(), 988, shortAt("1010", "1030")).intents())
                .containsExactly(new Intent.Exit(ExitReason.EXIT_SIGNAL));
        assertThat(next(heldShort(1000), 988.1, shortAt("1010", "1010")).intents())
                .as("just above")
                .isEmpty();
    }

    @Test
    void aShortsStopTrailsAboveTheCloseAndOnlyDownwards() {
        // The range is 40 throughout, so the stop follows 60 above the close, to 1,059.
        assertThat(next(heldShort(1000), 999, shortAt("1010", "1070")).intents())
                .containsExactly(new Intent.MoveStop(Price.of("1059")));
        assertThat(next(heldShort(1000), 999, shortAt("1010", "1060")).intents())
                .as("a step of less than 0.1 %")
                .isEmpty();
        assertThat(next(heldShort(1000), 999, shortAt("1010", "1061")).intents())
                .as("a step of more than 0.1 %")
                .containsExactly(new Intent.MoveStop(Price.of("1059")));
        assertThat(next(heldShort(1000), 999, shortAt("1010", "1040")).intents())
                .as("never back")
                .isEmpty();
    }
}
