package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.strategies.Intent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What a trade cost on its way, worked out by hand: a market that stands at 2,500, a book 10 bps away on either side, so
 * that buys are filled at 2,502.5 and sells at 2,497.5.
 */
class ExecutionCostTest {
    private static final long MINUTE = Interval.M1.millis();
    private static final int WARM = 60;
    private static final int ENTRY = 100;
    private static final int WIDE_BAR = 110;
    private static final int EXIT = 120;
    private static final Rate TEN_BPS = Rate.ofBps(BigDecimal.TEN);
    private static final ExitConfig FAR = new ExitConfig(Rate.of("0.1"), Rate.of("0.9"), 864_000_000);
    private static final ExitConfig NEAR = new ExitConfig(Rate.of("0.01"), Rate.of("0.01"), 864_000_000);

    private static Bar bar(int minute, String high, String low) {
        Price open = Price.of("2500");
        return new Bar(at(minute), open, Price.of(high), Price.of(low), open, Quantity.of("12"), 1);
    }

    private static long at(int minute) {
        return Runs.START_MS + minute * MINUTE;
    }

    /** One trade: entered, shaken by one wide bar, and left. */
    private static BacktestResult run(Side side, ExitConfig exits, String high, String low) {
        List<Bar> bars = new ArrayList<>();
        for (int minute = 0; minute < 160; minute++) {
            bars.add(minute == WIDE_BAR ? bar(minute, high, low) : bar(minute, "2500", "2500"));
        }
        Scripted script = Scripted.of(
                Map.of(at(ENTRY), new Intent.Enter(side), at(EXIT), new Intent.Exit(ExitReason.EXIT_SIGNAL)));
        RunSettings settings = Runs.settings(script, Interval.M1, exits)
                .withDepth(new Depth.Slipped(TEN_BPS))
                .withWarmUpBars(WARM);
        BacktestResult result = new Backtest(settings, Runs.bars(Interval.M1, bars), 1, script.finder())
                .run()
                .result();
        assertThat(result.trades()).hasSize(1);
        return result;
    }

    private static Usd of(ClosedTrade trade, String distance) {
        return Price.of(distance).times(trade.size());
    }

    @Test
    void aLongLosesTheWayToTheBookOnBothEnds() {
        ClosedTrade trade = run(Side.BUY, FAR, "2550", "2480").trades().getFirst();

        assertThat(trade.entryPrice()).isEqualTo(Price.of("2502.5"));
        assertThat(trade.exitPrice()).isEqualTo(Price.of("2497.5"));
        assertThat(trade.decisionPrice()).isEqualTo(Price.of("2500"));
        assertThat(trade.entrySlippage()).isEqualTo(of(trade, "2.5"));
        assertThat(trade.exitSlippage()).isEqualTo(of(trade, "2.5"));
        assertThat(trade.adverse()).as("2502.5 down to 2480").isEqualTo(of(trade, "22.5"));
        assertThat(trade.favourable()).as("2502.5 up to 2550").isEqualTo(of(trade, "47.5"));
    }

    @Test
    void aShortIsTheSameTheOtherWayRound() {
        ClosedTrade trade = run(Side.SELL, FAR, "2550", "2480").trades().getFirst();

        assertThat(trade.entryPrice()).isEqualTo(Price.of("2497.5"));
        assertThat(trade.exitPrice()).isEqualTo(Price.of("2502.5"));
        assertThat(trade.entrySlippage()).isEqualTo(of(trade, "2.5"));
        assertThat(trade.exitSlippage()).isEqualTo(of(trade, "2.5"));
        assertThat(trade.adverse()).as("2497.5 up to 2550").isEqualTo(of(trade, "52.5"));
        assertThat(trade.favourable()).as("2497.5 down to 2480").isEqualTo(of(trade, "17.5"));
    }

    @Test
    void aStopLosesFromItsTriggerToItsFill() {
        ClosedTrade trade = run(Side.BUY, NEAR, "2500", "2460").trades().getFirst();

        assertThat(trade.exit()).isEqualTo(ExitReason.STOP_LOSS);
        Price stop = trade.guards().getFirst().stop();
        assertThat(stop).as("1 % below the entry, rounded to a tick").isEqualTo(Price.of("2477.5"));
        // The bar falls through the stop to 2,460, where the book's bid is 10 bps lower: 2,457.54, on a tick 2,457.5.
        assertThat(trade.exitPrice()).isEqualTo(Price.of("2457.5"));
        assertThat(trade.exitSlippage()).isEqualTo(of(trade, "20"));
    }

    @Test
    void aTargetThatIsOvershotWins() {
        ClosedTrade trade = run(Side.BUY, NEAR, "2560", "2500").trades().getFirst();

        assertThat(trade.exit()).isEqualTo(ExitReason.TAKE_PROFIT);
        Price target = Objects.requireNonNull(trade.guards().getFirst().target());
        Usd won = new Price(trade.exitPrice().e8() - target.e8()).times(trade.size());
        assertThat(trade.exitPrice()).isGreaterThan(target);
        assertThat(trade.exitSlippage()).isEqualTo(won.negate());
    }

    @Test
    void theRunAddsThemUp() {
        BacktestResult result = run(Side.BUY, FAR, "2550", "2480");
        double size = result.trades().getFirst().size().e8() / (double) FixedPoint.ONE;

        Offset<Double> exact = Offset.offset(1e-9);
        assertThat(result.statistics().costs().entrySlippage()).isCloseTo(2.5 * size, exact);
        assertThat(result.statistics().costs().exitSlippage()).isCloseTo(2.5 * size, exact);
        assertThat(result.statistics().costs().slippage()).isCloseTo(5 * size, exact);
        assertThat(result.statistics().trades().meanAdverse().orElseThrow()).isCloseTo(22.5 * size, exact);
        assertThat(result.statistics().trades().meanFavourable().orElseThrow()).isCloseTo(47.5 * size, exact);
        // Held for 20 of 100 traded minutes, at 2,502.5 × size of 10,000 USD.
        assertThat(result.statistics().exposure().meanNotional())
                .isCloseTo(0.2 * 2_502.5 * size / 10_000, Offset.offset(1e-6));
    }
}
