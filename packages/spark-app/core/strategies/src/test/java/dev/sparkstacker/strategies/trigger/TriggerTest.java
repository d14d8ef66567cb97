package dev.sparkstacker.strategies.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.MovingAverage;
import dev.sparkstacker.strategies.TestBars;
import org.junit.jupiter.api.Test;

/** Each trigger on bars that just trigger it and just miss it. */
class TriggerTest {

    private static Reading after(Trigger trigger, double... closes) {
        Reading reading = Reading.COLD;
        for (int i = 0; i < closes.length; i++) {
            reading = trigger.onBar(TestBars.bar(i, closes[i], 0.5));
        }
        return reading;
    }

    @Test
    void rsiBuysWhenItLeavesOversoldUpwards() {
        // Simple mean over 2: after 100 99 98 the RSI is 0; a rise of 2 after a fall of 1 makes it 100·2/3.
        Reading reading = after(new RsiTrigger(2, 30, 70, true), 100, 99, 98, 100);

        assertThat(reading.signal()).isEqualTo(Side.BUY);
        assertThat(reading.confidence()).isEqualTo(1);
        assertThat(reading.values().getFirst().value()).isCloseTo(200.0 / 3, within(1e-9));
    }

    @Test
    void rsiAtTheLineHasNotLeftIt() {
        // A rise of 3 after a fall of 7: the RSI is exactly 30.
        assertThat(after(new RsiTrigger(2, 30, 70, true), 110, 109, 102, 105).signal())
                .isNull();
        assertThat(after(new RsiTrigger(2, 30, 70, true), 110, 109, 102, 105.1).signal())
                .isEqualTo(Side.BUY);
    }

    @Test
    void rsiSellsWhenItLeavesOverboughtDownwards() {
        assertThat(after(new RsiTrigger(2, 30, 70, true), 100, 101, 102, 100).signal())
                .isEqualTo(Side.SELL);
        assertThat(after(new RsiTrigger(2, 30, 70, true), 100, 101, 102, 103).signal())
                .isNull();
    }

    @Test
    void aCloseThroughTheLowerBandBuys() {
        double[] quiet = {100, 101, 100, 101, 100, 101, 100, 101, 100, 101};
        BollingerTrigger trigger = new BollingerTrigger(10, 2, 0);
        assertThat(after(trigger, quiet).warm()).isFalse();
        assertThat(trigger.onBar(TestBars.bar(10, 101, 0.5)).signal()).isNull();
        Reading reading = trigger.onBar(TestBars.bar(11, 96, 0.5));
        assertThat(reading.signal()).isEqualTo(Side.BUY);
        assertThat(reading.confidence()).isEqualTo(1);
    }

    @Test
    void aReturnIntoTheBandsBuysOnlyWhereThatIsOn() {
        double[] fall = {100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 97, 96, 95, 98};

        assertThat(after(new BollingerTrigger(10, 2, 0.05), fall).signal()).isEqualTo(Side.BUY);
        assertThat(after(new BollingerTrigger(10, 2, 0), fall).signal()).isNull();
    }

    @Test
    void theFastAverageCrossesTheSlowOne() {
        MaCrossTrigger trigger = new MaCrossTrigger(MovingAverage.Kind.SMA, 1, 2);

        assertThat(after(trigger, 100, 100, 101).signal()).isEqualTo(Side.BUY);
        assertThat(trigger.onBar(TestBars.bar(3, 102, 0.5)).signal())
                .as("already above")
                .isNull();
        assertThat(trigger.onBar(TestBars.bar(4, 101, 0.5)).signal()).isEqualTo(Side.SELL);
    }

    @Test
    void theSupertrendTurns() {
        SupertrendTrigger trigger = new SupertrendTrigger(1, 3, 1.5);

        // Range 2 throughout: the line is 3 below, at 97.
        for (int i = 0; i < 3; i++) {
            assertThat(trigger.onBar(TestBars.bar(i, 100, 1)).signal()).isNull();
        }
        assertThat(trigger.onBar(TestBars.bar(3, 101, 99, 100, 1)).signal()).isNull();
        assertThat(trigger.onBar(TestBars.bar(4, 98, 90, 92, 1)).signal()).isEqualTo(Side.SELL);
        assertThat(trigger.onBar(TestBars.bar(5, 93, 91, 92, 1)).signal()).isNull();
    }

    @Test
    void aReturnIntoARisingChannelBuysAndIntoAFallingOneSells() {
        TrendFinderTrigger rising = new TrendFinderTrigger(20, 10, 60, 1);
        TrendFinderTrigger falling = new TrendFinderTrigger(20, 10, 60, 1);
        Side bought = null;
        Side sold = null;
        for (int i = 0; i < 70; i++) {
            double growth = 0.01 * i + (i % 6 == 0 ? -0.015 : 0.003);
            Side up = rising.onBar(TestBars.bar(i, 100 * Math.exp(growth), 0.5)).signal();
            Side down =
                    falling.onBar(TestBars.bar(i, 100 * Math.exp(-growth), 0.5)).signal();
            bought = up == null ? bought : up;
            sold = down == null ? sold : down;
        }
        assertThat(bought).isEqualTo(Side.BUY);
        assertThat(sold).isEqualTo(Side.SELL);
    }
}
