package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.backtest.data.FundingCsv;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.backtest.result.TradeHash;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.sandbox.exchange.FundingRule;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final long MINUTE = Interval.M1.millis();
    private static final ExitConfig WIDE = new ExitConfig(Rate.of("0.1"), Rate.of("0.9"), 864_000_000);
    private static final ExitConfig TIGHT = new ExitConfig(Rate.of("0.002"), Rate.of("0.003"), 3_600_000);

    static Stream<StrategyType> types() {
        return Strategies.all().stream();
    }

    @ParameterizedTest(name = "{0} trades the same whether or not points at which nothing can happen are played")
    @CsvSource({"macd, 1", "macd, 2", "ma-cross, 3", "rsi, 4", "bollinger, 5", "adaptive-supertrend, 6", "multi, 7"})
    void pointsAtWhichNothingHappensChangeNothing(String type, long seed) {
        MarketData.Bars data = Runs.walk(1_500, seed);
        for (ExitConfig exits : List.of(TIGHT, WIDE)) {
            RunSettings settings = Runs.settings(Strategies.byName(type).orElseThrow(), Interval.M1, exits);
            for (PricePath path : List.of(PricePath.OPEN_LOW_HIGH_CLOSE, PricePath.OPEN_HIGH_LOW_CLOSE)) {
                Outcome some = pass(settings, data, path, false);
                Outcome every = pass(settings, data, path, true);

                assertThat(some.recorder().trades().closed()).as("seed " + seed).isNotEmpty();
                assertThat(hash(some)).as("seed " + seed + ", " + path).isEqualTo(hash(every));
                assertThat(some.recorder().trades().closed())
                        .as("everything else about the trades, seed " + seed)
                        .isEqualTo(every.recorder().trades().closed());
                assertThat(some.endEquity()).isEqualTo(every.endEquity());
                assertThat(some.events()).isLessThan(every.events());
            }
        }
    }

    @Test
    void anOrderIsFilledAfterTheBarItWasDecidedOnAndNeverAtItsPrices() {
        MarketData.Bars data = Runs.walk(3_000, 11);
        BacktestResult result = run(Runs.settings("macd", Interval.M1), data);

        assertThat(result.trades()).hasSizeGreaterThan(20);
        for (ClosedTrade trade : result.trades()) {
            int decidedOn = data.bars().indexAt(trade.decidedAtMs() - 1);
            int filledIn = data.bars().indexAt(trade.openedAtMs());
            assertThat(trade.openedAtMs() - trade.decidedAtMs())
                    .as("one latency, or two where the other side had to be left first")
                    .isIn(150L, 300L);
            assertThat(filledIn).isGreaterThan(decidedOn);
            Price open = data.bars().open(filledIn);
            assertThat(trade.decisionPrice()).isEqualTo(Runs.rounded(open));
            assertThat(Math.abs(trade.entryPrice().e8() - open.e8()))
                    .as("within the spread around the next bar's open")
                    .isLessThanOrEqualTo(2 * Runs.tick(open));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void moneyAddsUpToTheLastUnit(long seed) {
        RunSettings settings = Runs.settings(Strategies.byName("macd").orElseThrow(), Interval.M1, TIGHT);
        BacktestResult result = run(settings, Runs.walk(3_000, seed));

        Usd sum = settings.balance();
        for (ClosedTrade trade : result.trades()) {
            assertThat(trade.netPnl())
                    .isEqualTo(trade.grossPnl().minus(trade.fees()).plus(trade.funding()));
            sum = sum.plus(trade.netPnl());
        }
        assertThat(result.trades()).as("seed " + seed).isNotEmpty();
        if (result.open().isEmpty()) {
            assertThat(result.equity().last()).as("seed " + seed).isEqualTo(sum);
        } else {
            Usd costs = sum.plus(result.open().getFirst().unrealizedPnl())
                    .minus(result.equity().last());
            assertThat(costs.isNegative()).as("what is open has paid its fee").isFalse();
            assertThat(costs).isLessThan(Usd.of("10"));
        }
    }

    @Test
    void theSameRunIsTheSameOnOneAndOnTwoThreads() {
        MarketData.Bars data = Runs.walk(2_500, 31);
        RunSettings settings = Runs.settings(Strategies.byName("macd").orElseThrow(), Interval.M1, TIGHT);

        BacktestResult one = new Backtest(settings, data, 1).run().result();
        BacktestResult two = new Backtest(settings, data, 2).run().result();

        assertThat(one.trades()).isEqualTo(two.trades());
        assertThat(one.pathGap()).isEqualTo(two.pathGap());
        assertThat(one.statistics()).isEqualTo(two.statistics());
    }

    @Test
    void theWorseOfBothPathsIsShownWithTheGap() {
        ExitConfig withinABar = new ExitConfig(Rate.of("0.0004"), Rate.of("0.0004"), 3_600_000);
        RunSettings settings = Runs.settings(Strategies.byName("macd").orElseThrow(), Interval.M1, withinABar);
        BacktestResult result = run(settings, Runs.walk(3_000, 41));

        PathGap gap = Objects.requireNonNull(result.pathGap());
        assertThat(gap.gap().isNegative()).isFalse();
        assertThat(gap.gap().isZero())
                .as("stop and target within one bar depend on the path")
                .isFalse();
        assertThat(gap.shownEquity()).isEqualTo(result.equity().last());
        assertThat(result.identity().path()).isEqualTo(gap.shown());
        assertThat(result.identity().labels())
                .anySatisfy(label ->
                        assertThat(label.what() + " " + label.kind().word()).isEqualTo("path modelled"));
    }

    @ParameterizedTest(name = "{0} decides the same when the future is cut off")
    @MethodSource("types")
    void cuttingTheFutureChangesNoPastDecision(StrategyType type) {
        Interval interval = Interval.M1;
        MarketData.Bars whole = Runs.walk(1_400, 51);
        RunSettings settings = Runs.settings(type, interval, TIGHT).withWarmUpBars(300);
        BacktestResult complete = run(settings, whole);
        SplittableRandom random = new SplittableRandom(52);
        for (int cut = 0; cut < 2; cut++) {
            int length = random.nextInt(600, 1_400);
            BacktestResult shorter = run(settings, Runs.walk(length, 51));
            String where = "cut behind bar " + length + ", seeds 51 and 52";
            BacktestResult longer =
                    shorter.identity().path() == complete.identity().path()
                            ? complete
                            : other(settings, whole, shorter.identity().path());
            for (int i = 0; i < shorter.bars().size(); i++) {
                assertThat(shorter.decisions().verdict(i))
                        .as(where)
                        .isEqualTo(longer.decisions().verdict(i));
                assertThat(shorter.decisions().reason(i))
                        .as(where)
                        .isEqualTo(longer.decisions().reason(i));
                assertThat(shorter.decisions().side(i))
                        .as(where)
                        .isEqualTo(longer.decisions().side(i));
            }
            assertThat(longer.trades().subList(0, shorter.trades().size()))
                    .as(where)
                    .isEqualTo(shorter.trades());
        }
    }

    /** The whole run along the path that the shorter one showed. */
    private static BacktestResult other(RunSettings settings, MarketData.Bars data, PricePath path) {
        Periods period = Periods.of(settings, data);
        RunPlan plan = RunPlan.of(settings, period.startMs(), period.endMs());
        return new ResultBuilder(plan, data)
                .build(new BarPass(plan, data.bars(), data.interval(), path, false).run(), null);
    }

    @Test
    void fundingIsPaidOnEachHourAtTheConfiguredRate() {
        long entry = Runs.START_MS + 120 * MINUTE;
        MarketData.Bars data = flat(400, "2500");
        Scripted script = Scripted.of(Map.of(entry, new Intent.Enter(Side.BUY), entry + 200 * MINUTE, exit()));
        RunSettings settings = Runs.settings(script, Interval.M1, WIDE)
                .withFunding(new Funding.Configured(Rate.of("0.0001")))
                .withWarmUpBars(60);

        BacktestResult result =
                new Backtest(settings, data, 1, script.finder()).run().result();

        ClosedTrade trade = result.trades().getFirst();
        Usd hourly = Price.of("2500").times(trade.size()).times(Rate.of("0.0001"), RoundingMode.HALF_UP);
        assertThat(trade.funding()).as("three full hours lie within").isEqualTo(hourly.times(-3));
    }

    @Test
    void anyRateCanBeSettledThroughTheVenuesRule() {
        SplittableRandom random = new SplittableRandom(61);
        for (int i = 0; i < 10_000; i++) {
            Rate wanted = new Rate(random.nextLong(-39_000_000_000L, 39_000_000_000L));
            assertThat(FundingRule.hourlyRate(PremiumRule.premiumFor(wanted)))
                    .as("seed 61, case " + i)
                    .isEqualTo(wanted);
        }
        Rate rest = Rate.of("0.0000125");
        assertThat(FundingRule.hourlyRate(PremiumRule.premiumFor(rest))).isEqualTo(rest);
    }

    @Test
    void aPriceThatJumpsBeyondTheStopsBoundLiquidates() {
        ExitConfig near = new ExitConfig(Rate.of("0.02"), Rate.of("0.9"), 864_000_000);
        List<Bar> bars = new ArrayList<>(flatBars(200, "2500"));
        for (int i = 200; i < 260; i++) {
            bars.add(bar(i, 2_100));
        }
        long entry = Runs.START_MS + 150 * MINUTE;
        Scripted script = Scripted.of(Map.of(entry, new Intent.Enter(Side.BUY)));
        RunSettings settings =
                Runs.settings(script, Interval.M1, near, new Leverage(20)).withWarmUpBars(60);

        BacktestResult result = new Backtest(settings, Runs.bars(Interval.M1, bars), 1, script.finder())
                .run()
                .result();

        assertThat(result.trades()).extracting(ClosedTrade::exit).containsOnly(ExitReason.LIQUIDATION);
        assertThat(result.equity().last()).isBetween(Usd.of("8900"), Usd.of("9500"));
    }

    @Test
    void finerBarsGiveTheSameDecisionsAsTheBarsTheyMakeUp() {
        MarketData.Bars minutes = Runs.walk(3_000, 71);
        MarketData.Bars threes = Runs.put(minutes, Interval.M3);
        RunSettings settings = Runs.settings("macd", Interval.M3).withWarmUpBars(200);

        BacktestResult fine = run(settings, minutes);
        BacktestResult coarse = run(settings, threes);

        assertThat(fine.bars().size()).isEqualTo(coarse.bars().size());
        int entries = 0;
        for (int i = 0; i < fine.bars().size(); i++) {
            assertThat(fine.bars().bar(i)).isEqualTo(coarse.bars().bar(i));
            assertThat(fine.decisions().verdict(i)).isEqualTo(coarse.decisions().verdict(i));
            assertThat(fine.decisions().side(i)).isEqualTo(coarse.decisions().side(i));
            entries += fine.decisions().verdict(i) == Verdict.REVERSE ? 1 : 0;
        }
        assertThat(entries).isGreaterThan(10);
    }

    @Test
    void coarserBarsThanTheStrategyDecidesOnAreAnError() {
        MarketData.Bars threes = Runs.put(Runs.walk(3_000, 71), Interval.M3);

        assertThatThrownBy(() -> run(Runs.settings("macd", Interval.M1), threes))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("holds 3m bars, but the strategy decides on 1m")
                .hasMessageContaining("--interval 3m");
    }

    @Test
    void aPeriodWithoutDataIsAnError() {
        RunSettings settings = Runs.settings("macd", Interval.M1).withPeriod(Runs.START_MS + 864_000_000L, null);

        assertThatThrownBy(() -> run(settings, Runs.walk(1_000, 81)))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("no data to trade on")
                .hasMessageContaining("2025-05-31T00:00:00Z to 2025-05-31T16:40:00Z");
    }

    @Test
    void fundingThatDoesNotCoverTheRunIsAnErrorAndNotMadeUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("funding.csv");
        Files.writeString(file, "timestamp_ms,funding_rate\n1748563200000,0.0001\n1748592000000,0.0001\n");
        RunSettings settings =
                Runs.settings("macd", Interval.M1).withFunding(new Funding.Recorded(FundingCsv.read(file)));

        assertThatThrownBy(() -> run(settings, Runs.walk(1_000, 82)))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("funding.csv holds funding rates from")
                .hasMessageContaining("No rate is made up");
    }

    @Test
    void aStrategyThatThrowsEndsTheRunNamingItsBar() {
        Scripted broken = new Scripted(Map.of(), Runs.START_MS + 300 * MINUTE);
        RunSettings settings = Runs.settings(broken, Interval.M1, WIDE).withWarmUpBars(60);

        for (int threads = 1; threads <= 2; threads++) {
            Backtest backtest = new Backtest(settings, Runs.walk(500, 91), threads, broken.finder());
            assertThatThrownBy(backtest::run)
                    .isInstanceOf(BacktestException.class)
                    .hasMessageContaining("Strategy scripted failed on the bar of 2025-05-31T05:00:00Z")
                    .hasMessageContaining("divided by nothing");
        }
    }

    @Test
    void missingMinutesMakeNoBarsAndTheRunGoesOn() {
        List<Bar> bars = new ArrayList<>();
        MarketData.Bars walk = Runs.walk(2_000, 95);
        for (int i = 0; i < walk.bars().size(); i++) {
            if (i < 300 || i % 7 != 3) {
                bars.add(walk.bars().bar(i));
            }
        }
        BacktestResult result = run(Runs.settings("macd", Interval.M1), Runs.bars(Interval.M1, bars));

        assertThat(result.trades()).hasSizeGreaterThan(5);
        for (int i = 0; i < result.bars().size(); i++) {
            long minute = (result.bars().openTimeMs(i) - Runs.START_MS) / MINUTE;
            assertThat(minute < 300 || minute % 7 != 3)
                    .as("minute " + minute + " was recorded")
                    .isTrue();
        }
    }

    private static BacktestResult run(RunSettings settings, MarketData.Bars data) {
        return new Backtest(settings, data, 1).run().result();
    }

    private static Outcome pass(RunSettings settings, MarketData.Bars data, PricePath path, boolean everyPoint) {
        Periods period = Periods.of(settings, data);
        RunPlan plan = RunPlan.of(settings, period.startMs(), period.endMs());
        return new BarPass(plan, data.bars(), data.interval(), path, everyPoint).run();
    }

    private static String hash(Outcome outcome) {
        return TradeHash.of(outcome.recorder().trades().closed());
    }

    private static Intent exit() {
        return new Intent.Exit(ExitReason.EXIT_SIGNAL);
    }

    private static MarketData.Bars flat(int count, String price) {
        return Runs.bars(Interval.M1, flatBars(count, price));
    }

    private static List<Bar> flatBars(int count, String price) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(bar(i, Long.parseLong(price)));
        }
        return bars;
    }

    private static Bar bar(int index, long price) {
        Price at = Price.of(Long.toString(price));
        return new Bar(Runs.START_MS + index * MINUTE, at, at, at, at, Quantity.of("8"), 1);
    }
}
