package dev.sparkstacker.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.indicators.StateArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden bars worked out by hand, and what must hold for any bars. */
class MacdStrategyTest {
    private static final Standing LONG = new Standing(Stance.LONG, Side.BUY, Price.of("2000"), Price.of("1900"));

    private static final long MINUTE_MS = 60_000;

    private static Strategy macd(String... namesAndValues) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new MacdType().create(parameters, Interval.M1);
    }

    /** Lengths 2, 3, 2: smoothing factors 2/3, 1/2 and 2/3. */
    private static Strategy small(String minHistogramBps) {
        return macd("fastBars", "2", "slowBars", "3", "signalBars", "2", "minHistogramBps", minHistogramBps);
    }

    private static Bar bar(int minute, String close) {
        Price price = Price.of(close);
        Price high = new Price(price.e8() + 100_000_000L);
        Price low = new Price(price.e8() - 100_000_000L);
        return new Bar(minute * MINUTE_MS, price, high, low, price, Quantity.of("1"), 1);
    }

    /** Feeds flat bars until the strategy can judge; returns the next minute. */
    private static int flat(Strategy strategy) {
        int minute = 0;
        for (; minute < 20; minute++) {
            strategy.onBarClosed(bar(minute, "2000"), Standing.FLAT);
        }
        return minute;
    }

    private static double value(Judgement judgement, String name) {
        return judgement.values().stream()
                .filter(value -> value.name().equals(name))
                .mapToDouble(NamedValue::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCrossUpOnAClosedBarBuys() {
        Strategy strategy = small("0");
        int minute = flat(strategy);

        Judgement judgement = strategy.onBarClosed(bar(minute, "2010"), Standing.FLAT);

        // EMA2 = 2000 + 10·2/3, EMA3 = 2000 + 10·1/2: line 5/3, signal 10/9, histogram 5/9.
        assertThat(judgement.verdict()).isEqualTo(Verdict.ENTER);
        assertThat(judgement.side()).isEqualTo(Side.BUY);
        assertThat(judgement.reason()).isNull();
        assertThat(value(judgement, "macd")).isCloseTo(5.0 / 3, within(1e-9));
        assertThat(value(judgement, "signal")).isCloseTo(10.0 / 9, within(1e-9));
        assertThat(value(judgement, "histogram")).isCloseTo(5.0 / 9, within(1e-9));
        // ATR14 = (13·2 + 11) / 14: the true range reaches from the close before, 2000, to the high, 2011.
        assertThat(value(judgement, "atr14")).isCloseTo(37.0 / 14, within(1e-9));
        assertThat(judgement.confidence()).isCloseTo(2 * (5.0 / 9) / (37.0 / 14), within(1e-9));
        assertThat(judgement.conditions()).allMatch(condition -> condition.met());
    }

    @Test
    void aCrossDownSells() {
        Strategy strategy = small("0");
        int minute = flat(strategy);

        Judgement judgement = strategy.onBarClosed(bar(minute, "1990"), Standing.FLAT);

        assertThat(judgement.verdict()).isEqualTo(Verdict.ENTER);
        assertThat(judgement.side()).isEqualTo(Side.SELL);
        assertThat(value(judgement, "histogram")).isCloseTo(-5.0 / 9, within(1e-9));
    }

    @Test
    void aBarThatOnlyTouchesTheSignalDoesNotTradeAndSaysWhy() {
        Strategy strategy = small("0");
        int minute = flat(strategy);

        Judgement judgement = strategy.onBarClosed(bar(minute, "2000"), Standing.FLAT);

        assertThat(judgement.verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(judgement.reason()).isEqualTo(Reason.NO_CROSSOVER);
        assertThat(value(judgement, "histogram")).isZero();
        assertThat(judgement.conditions().getFirst().met()).isFalse();
    }

    @Test
    void aHistogramThatStaysOnItsSideIsNoCrossover() {
        Strategy strategy = small("0");
        int minute = flat(strategy);
        strategy.onBarClosed(bar(minute++, "2010"), Standing.FLAT);

        Judgement judgement = strategy.onBarClosed(bar(minute, "2030"), Standing.FLAT);

        assertThat(value(judgement, "histogram")).isPositive();
        assertThat(judgement.reason()).isEqualTo(Reason.NO_CROSSOVER);
    }

    @Test
    void aConditionTellsSinceWhenItStandsSo() {
        Strategy strategy = small("0");
        int crossedAt = flat(strategy);
        strategy.onBarClosed(bar(crossedAt, "2010"), Standing.FLAT);

        Judgement judgement = strategy.onBarClosed(bar(crossedAt + 1, "2030"), Standing.FLAT);

        assertThat(judgement.conditions().getFirst().sinceMs()).isEqualTo(crossedAt * MINUTE_MS);
    }

    @Test
    void nothingIsJudgedBeforeTheWarmUpIsOver() {
        Strategy strategy = macd();
        assertThat(strategy.warmUpBars()).isEqualTo(26);
        for (int minute = 0; minute < 25; minute++) {
            Judgement early = strategy.onBarClosed(bar(minute, "2000"), Standing.FLAT);
            assertThat(early.verdict()).isEqualTo(Verdict.WARMING_UP);
            assertThat(early.reason()).isEqualTo(Reason.WARMING_UP);
        }

        assertThat(strategy.onBarClosed(bar(25, "2010"), Standing.FLAT).verdict())
                .isEqualTo(Verdict.ENTER);
    }

    @Test
    void theLeastHistogramIsHeldToTheBarOfTheSignal() {
        // 5/9 of 2010 is 2.7639 basis points.
        Strategy below = small("2.77");
        int minute = flat(below);
        Judgement refused = below.onBarClosed(bar(minute, "2010"), Standing.FLAT);
        assertThat(refused.verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(refused.reason()).isEqualTo(Reason.HISTOGRAM_TOO_SMALL);

        Strategy above = small("2.76");
        flat(above);
        assertThat(above.onBarClosed(bar(minute, "2010"), Standing.FLAT).verdict())
                .isEqualTo(Verdict.ENTER);
    }

    @Test
    void aPositionIsReversedByTheOppositeCrossoverAndOnlyLeftByAWeakOne() {
        Strategy strong = small("0");
        int minute = flat(strong);
        Judgement reverse = strong.onBarClosed(bar(minute, "1990"), LONG);
        assertThat(reverse.verdict()).isEqualTo(Verdict.REVERSE);
        assertThat(reverse.side()).isEqualTo(Side.SELL);

        Strategy weak = small("100");
        flat(weak);
        Judgement exit = weak.onBarClosed(bar(minute, "1990"), LONG);
        assertThat(exit.verdict()).isEqualTo(Verdict.EXIT);
        assertThat(exit.side()).isNull();
    }

    @Test
    void aCrossoverThatFindsThePositionTakenOrBusyIsExplained() {
        Strategy held = small("0");
        int minute = flat(held);
        assertThat(held.onBarClosed(bar(minute, "2010"), LONG).reason()).isEqualTo(Reason.ALREADY_IN_POSITION);

        Strategy entering = small("0");
        flat(entering);
        Standing onTheWayLong = new Standing(Stance.BUSY, Side.BUY, null, null);
        assertThat(entering.onBarClosed(bar(minute, "2010"), onTheWayLong).reason())
                .isEqualTo(Reason.ALREADY_IN_POSITION);
    }

    @Test
    void anOppositeCrossoverWhileEnteringOrLeavingTurnsRoundOnceFlat() {
        Strategy entering = small("0");
        int minute = flat(entering);
        Judgement turned = entering.onBarClosed(bar(minute, "1990"), new Standing(Stance.BUSY, Side.BUY, null, null));
        assertThat(turned.verdict()).isEqualTo(Verdict.REVERSE);
        assertThat(turned.side()).isEqualTo(Side.SELL);

        Strategy leaving = small("0");
        flat(leaving);
        Judgement again = leaving.onBarClosed(bar(minute, "2010"), new Standing(Stance.BUSY, null, null, null));
        assertThat(again.verdict()).isEqualTo(Verdict.REVERSE);
        assertThat(again.side()).isEqualTo(Side.BUY);
    }

    private static List<Bar> randomBars(long seed, int count) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        long price = 200_000;
        for (int minute = 0; minute < count; minute++) {
            price = Math.max(1_000, price + random.nextInt(2_001) - 1_000);
            bars.add(bar(minute, price / 100 + "." + String.format(java.util.Locale.ROOT, "%02d", price % 100)));
        }
        return bars;
    }

    private static List<Judgement> judge(Strategy strategy, List<Bar> bars) {
        return bars.stream()
                .map(bar -> strategy.onBarClosed(bar, Standing.FLAT))
                .toList();
    }

    @Test
    void savingAndLoadingMidStreamChangesNothing() {
        List<Bar> bars = randomBars(20_251_120L, 300);
        List<Judgement> uninterrupted = judge(macd(), bars);
        for (int cut = 0; cut <= bars.size(); cut += 7) {
            Strategy before = macd();
            List<Judgement> judged = new ArrayList<>(judge(before, bars.subList(0, cut)));
            StateArray saved = new StateArray();
            before.save(saved);
            Strategy after = macd();
            after.load(StateArray.of(saved.toArray()));
            judged.addAll(judge(after, bars.subList(cut, bars.size())));

            assertThat(judged).as("cut after %s bars", cut).isEqualTo(uninterrupted);
        }
    }

    @Test
    void cuttingTheFutureNeverChangesThePast() {
        List<Bar> bars = randomBars(4_711L, 200);
        List<Judgement> whole = judge(macd(), bars);

        assertThat(whole).anyMatch(judgement -> judgement.verdict() == Verdict.ENTER);
        for (int length = 0; length <= bars.size(); length++) {
            assertThat(judge(macd(), bars.subList(0, length))).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void anotherStrategysStateIsRefused() {
        StateArray saved = new StateArray();
        macd().save(saved);

        assertThatThrownBy(() -> small("0").load(StateArray.of(saved.toArray())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parametersThatAreWrongAreNamed() {
        assertThatThrownBy(() -> macd("fastBars", "21"))
                .hasMessageContaining("the fast average (21 bars) must be shorter than the slow one (21 bars)");
        assertThatThrownBy(() -> macd("fastBars", "1")).hasMessageContaining("from 2 to 500");
        assertThatThrownBy(() -> macd("fastBars", "8.5")).hasMessageContaining("not whole");
        assertThatThrownBy(() -> macd("fastBars", "eight")).hasMessageContaining("no number");
        assertThatThrownBy(() -> macd("speed", "1")).hasMessageContaining("speed: macd has no such parameter");
        assertThatThrownBy(() -> macd("minHistogramBps", "-0.1")).hasMessageContaining("from 0 to 1000");
    }

    @Test
    void everyTypeIsFoundByItsNameAndWorksWithItsDefaults() {
        for (StrategyType type : Strategies.all()) {
            assertThat(Strategies.byName(type.name())).containsSame(type);
            assertThat(type.create(List.of(), Interval.M1).warmUpBars()).isPositive();
        }
        assertThat(Strategies.byName("nonsense")).isEmpty();
    }
}
