package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ta4j.core.AnalysisCriterion;
import org.ta4j.core.AnalysisCriterion.PositionFilter;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.frequency.SamplingFrequency;
import org.ta4j.core.criteria.Annualization;
import org.ta4j.core.criteria.ExpectancyCriterion;
import org.ta4j.core.criteria.NumberOfConsecutivePositionsCriterion;
import org.ta4j.core.criteria.ReturnRepresentation;
import org.ta4j.core.criteria.SharpeRatioCriterion;
import org.ta4j.core.criteria.SortinoRatioCriterion;
import org.ta4j.core.criteria.SqnCriterion;
import org.ta4j.core.criteria.drawdown.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.drawdown.ReturnOverMaxDrawdownCriterion;
import org.ta4j.core.criteria.pnl.NetProfitLossRatioCriterion;
import org.ta4j.core.num.DoubleNumFactory;

/**
 * Every statistic that ta4j 0.22.2 also has, against ta4j's. Its curve is a market that is bought on the first day and sold
 * on the last, without cost, so that equity is the price; its trades are bought on one day and sold on the next.
 */
class StatisticsOracleTest {
    private static final long SEED = 20_260_101;
    private static final long DAY_MS = 86_400_000;
    private static final int YEAR_DAYS = 365;
    private static final Offset<Double> SAME = Offset.offset(1e-9);

    /** Prices of a year and a day: from the first to the last is exactly a year. */
    private static double[] prices() {
        SplittableRandom random = new SplittableRandom(SEED);
        System.out.println("seed " + SEED);
        double[] prices = new double[YEAR_DAYS + 1];
        prices[0] = 1_000;
        for (int day = 1; day < prices.length; day++) {
            prices[day] = prices[day - 1] * (1 + 0.001 + 0.03 * random.nextGaussian());
        }
        return prices;
    }

    private static double[] returns(double[] prices) {
        double[] returns = new double[prices.length - 1];
        Arrays.setAll(returns, day -> prices[day + 1] / prices[day] - 1);
        return returns;
    }

    private static EquityCurve curve(double[] prices) {
        long[] times = new long[prices.length];
        Arrays.setAll(times, day -> day * DAY_MS);
        return new EquityCurve(times, prices);
    }

    private static BarSeries series(double[] prices) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int day = 0; day < prices.length; day++) {
            series.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(Instant.ofEpochMilli((day + 1) * DAY_MS))
                    .openPrice(prices[day])
                    .highPrice(prices[day])
                    .lowPrice(prices[day])
                    .closePrice(prices[day])
                    .volume(1)
                    .add();
        }
        return series;
    }

    private static double ofHolding(AnalysisCriterion criterion, double[] prices) {
        BarSeries series = series(prices);
        TradingRecord record = new BaseTradingRecord();
        trade(record, series, 0, series.getEndIndex());
        return criterion.calculate(series, record).doubleValue();
    }

    private static double ofTrades(AnalysisCriterion criterion, double[] prices) {
        BarSeries series = series(prices);
        TradingRecord record = new BaseTradingRecord();
        for (int day = 0; day + 1 < prices.length; day += 2) {
            trade(record, series, day, day + 1);
        }
        return criterion.calculate(series, record).doubleValue();
    }

    private static void trade(TradingRecord record, BarSeries series, int from, int to) {
        record.enter(
                from, series.getBar(from).getClosePrice(), series.numFactory().one());
        record.exit(to, series.getBar(to).getClosePrice(), series.numFactory().one());
    }

    /** The same trades as ours; the fee of a dollar that test trades pay is added to what they gain. */
    private static TradeStatistics ours(double[] prices) {
        double[] gross = new double[prices.length / 2];
        Arrays.setAll(gross, i -> prices[2 * i + 1] - prices[2 * i] + 1);
        List<TradeFact> trades = Trades.of(gross);
        return TradeStatistics.of(trades);
    }

    @Test
    void sharpeOfDailyReturns() {
        double theirs = ofHolding(
                new SharpeRatioCriterion(0, SamplingFrequency.BAR, Annualization.PERIOD, ZoneOffset.UTC), prices());

        assertThat(Ratios.dailySharpe(returns(prices())).orElseThrow()).isCloseTo(theirs, SAME);
        assertThat(Ratios.sharpe(returns(prices())).orElseThrow()).isCloseTo(theirs * Math.sqrt(365), SAME);
    }

    @Test
    void sortinoOfDailyReturns() {
        double theirs = ofHolding(
                new SortinoRatioCriterion(0, SamplingFrequency.BAR, Annualization.PERIOD, ZoneOffset.UTC), prices());

        assertThat(Ratios.sortino(returns(prices())).orElseThrow()).isCloseTo(theirs * Math.sqrt(365), SAME);
    }

    @Test
    void deepestDrawdown() {
        assertThat(Drawdowns.of(curve(prices())).deepest())
                .isCloseTo(ofHolding(new MaximumDrawdownCriterion(), prices()), SAME);
    }

    @Test
    void calmarOfOneYearIsReturnOverDrawdown() {
        double theirs = ofHolding(new ReturnOverMaxDrawdownCriterion(ReturnRepresentation.DECIMAL), prices());

        assertThat(Ratios.calmar(curve(prices())).orElseThrow()).isCloseTo(theirs, SAME);
    }

    @Test
    void systemQuality() {
        // 100 trades: as many as ours counts at most. Ours divides the squares of a sample by n − 1, ta4j by n.
        int n = 100;
        double[] prices = Arrays.copyOf(prices(), 2 * n);
        double theirs = ofTrades(new SqnCriterion(), prices);

        assertThat(ours(prices).systemQuality().orElseThrow()).isCloseTo(theirs * Math.sqrt((n - 1.0) / n), SAME);
    }

    @Test
    void payoff() {
        assertThat(ours(prices()).payoff().orElseThrow())
                .isCloseTo(ofTrades(new NetProfitLossRatioCriterion(), prices()), SAME);
    }

    @Test
    void expectancyInUnitsOfTheMeanLoss() {
        TradeStatistics ours = ours(prices());
        double lost = ours.count() - ours.won();
        double loss = 0;
        double[] prices = prices();
        for (int day = 0; day + 1 < prices.length; day += 2) {
            loss += Math.max(prices[day] - prices[day + 1], 0);
        }

        assertThat(ours.expectancy().orElseThrow() / (loss / lost))
                .isCloseTo(ofTrades(new ExpectancyCriterion(), prices), SAME);
    }

    @Test
    void longestStreaks() {
        assertThat((double) ours(prices()).longestLosing())
                .isEqualTo(ofTrades(new NumberOfConsecutivePositionsCriterion(PositionFilter.LOSS), prices()));
        assertThat((double) ours(prices()).longestWinning())
                .isEqualTo(ofTrades(new NumberOfConsecutivePositionsCriterion(PositionFilter.PROFIT), prices()));
    }
}
