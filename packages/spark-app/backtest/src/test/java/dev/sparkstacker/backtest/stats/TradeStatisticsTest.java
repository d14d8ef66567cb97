package dev.sparkstacker.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Side;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TradeStatisticsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void profitsAreCountedAfterFees() {
        // net: 4, −3, 9, 0 (counts as lost), −1
        TradeStatistics statistics = TradeStatistics.of(Trades.of(5, -2, 10, 1, 0));

        assertThat(statistics.won()).isEqualTo(2);
        assertThat(statistics.winRate().orElseThrow()).isCloseTo(0.4, EXACT);
        assertThat(statistics.profitFactor().orElseThrow()).isCloseTo(13.0 / 4, EXACT);
        assertThat(statistics.expectancy().orElseThrow()).isCloseTo(9.0 / 5, EXACT);
        assertThat(statistics.payoff().orElseThrow()).isCloseTo((13.0 / 2) / (4.0 / 3), EXACT);
        assertThat(statistics.largestShare().orElseThrow()).isCloseTo(1, EXACT);
        assertThat(statistics.longestLosing()).isEqualTo(2);
        assertThat(statistics.longestWinning()).isEqualTo(1);
        assertThat(statistics.netPnl()).isCloseTo(9, EXACT);
        assertThat(statistics.fees()).isEqualTo(5);
        assertThat(statistics.medianDurationMs()).hasValue(60_000);
    }

    @Test
    void noTradesGiveNoFigures() {
        TradeStatistics statistics = TradeStatistics.of(List.of());

        assertThat(statistics.count()).isZero();
        assertThat(statistics.winRate()).isEmpty();
        assertThat(statistics.profitFactor()).isEmpty();
        assertThat(statistics.medianDurationMs()).isEmpty();
    }

    @Test
    void groupsTogetherHoldEveryTrade() {
        List<TradeFact> trades = new ArrayList<>(Trades.of(5, -2, 3));
        trades.add(Trades.trade(LegRole.HEDGE, Side.SELL, 70, 4));

        for (Breakdown breakdown : Breakdown.all(trades)) {
            double net = breakdown.groups().values().stream()
                    .mapToDouble(TradeStatistics::netPnl)
                    .sum();
            assertThat(net).as(breakdown.by()).isCloseTo(6, EXACT);
        }
        Breakdown hours = Breakdown.all(trades).get(2);
        assertThat(hours.groups().keySet()).containsExactly("00:00", "01:00");
    }

    @Test
    void exposureCountsOverlappingTimeOnce() {
        List<TradeFact> trades = List.of(
                Trades.trade(LegRole.MAIN, Side.BUY, 0, 0),
                Trades.trade(LegRole.HEDGE, Side.SELL, 0, 0),
                Trades.trade(LegRole.MAIN, Side.BUY, 3, 10));
        EquityCurve curve = new EquityCurve(new long[] {0, 8 * 60_000}, new double[] {1_000, 1_001});

        Exposure exposure = Exposure.of(trades, curve);

        assertThat(exposure.timeInMarket()).isCloseTo(2.0 / 8, EXACT);
        assertThat(exposure.meanNotional())
                .as("three trades of 100 USD for one minute of eight, over 1,000 USD")
                .isCloseTo(3 * 100.0 / 8 / 1_000, EXACT);
        assertThat(exposure.turnover()).isCloseTo((200 + 200 + 210) / 1_000.0, EXACT);
    }

    @Test
    void aHedgeThatHalvesTheSwingsTakesThreeQuartersOfTheVariance() {
        List<TradeFact> trades = new ArrayList<>();
        double[] main = {11, -9, 11, -9};
        double[] hedge = {-4, 6, -4, 6};
        for (int i = 0; i < main.length; i++) {
            trades.add(Trades.trade(LegRole.MAIN, Side.BUY, i, main[i]));
            trades.add(Trades.trade(LegRole.HEDGE, Side.SELL, i, hedge[i]));
        }
        trades.add(Trades.trade(LegRole.MAIN, Side.BUY, 50, 100));

        HedgeEffect effect = HedgeEffect.of(trades);

        assertThat(effect.pairs()).isEqualTo(4);
        assertThat(effect.variance().orElseThrow()).isCloseTo(0.75, EXACT);
        assertThat(effect.cost()).isCloseTo(0, EXACT);
    }
}
