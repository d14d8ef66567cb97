package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.data.Tick;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded prints and quotes, one by one. */
class TickPassTest {
    private static final long STEP_MS = 2_000;
    private static final long CENT = 1_000_000;
    private static final long SIZE = 5_000_000_000L;

    @ParameterizedTest(name = "quotes {0}, prints {1}")
    @CsvSource({"true, true", "true, false", "false, true"})
    void tradesAreFilledAtWhatTheBookThenWas(boolean quoted, boolean printed) {
        MarketData.Ticks data = ticks(12_000, quoted, printed);

        BacktestResult result =
                new Backtest(Runs.settings("macd", Interval.M1), data, 1).run().result();

        assertThat(result.identity().path()).isEqualTo(PricePath.RECORDED);
        assertThat(result.pathGap()).isNull();
        assertThat(result.trades()).as("seed 7").hasSizeGreaterThan(5);
        for (ClosedTrade trade : result.trades()) {
            long latency = trade.openedAtMs() - trade.decidedAtMs();
            assertThat(latency)
                    .as("one latency, or two where the other side had to be left")
                    .isBetween(150L, 2_500L);
            long middle = middleAt(data, trade.openedAtMs());
            assertThat(Math.abs(trade.entryPrice().e8() - middle))
                    .as("within a tick or two of the middle then")
                    .isLessThanOrEqualTo(2 * Runs.tick(trade.entryPrice()));
        }
    }

    private static long middleAt(MarketData.Ticks data, long timeMs) {
        long middle = 0;
        for (Tick tick : data.ticks()) {
            if (tick.timeMs() > timeMs) {
                break;
            }
            middle = switch (tick) {
                case Tick.Book book ->
                    (book.book().priceE8(Side.BUY, 0) + book.book().priceE8(Side.SELL, 0)) / 2;
                case Tick.Print print -> print.price().e8();
                case Tick.Context context -> context.mark().e8();
            };
        }
        return middle;
    }

    private static MarketData.Ticks ticks(int count, boolean quoted, boolean printed) {
        SplittableRandom random = new SplittableRandom(7);
        List<Tick> ticks = new ArrayList<>();
        long price = 250_000;
        for (int i = 0; i < count; i++) {
            long time = Runs.START_MS + i * STEP_MS;
            price += random.nextInt(-60, 61);
            if (quoted) {
                long[] size = {SIZE};
                ticks.add(new Tick.Book(
                        time,
                        BookSnapshot.ofUnits(
                                new long[] {(price - 1) * CENT}, size, new long[] {(price + 1) * CENT}, size.clone())));
            }
            if (printed) {
                ticks.add(new Tick.Print(time, Side.BUY, new Price(price * CENT), new Quantity(SIZE)));
            }
        }
        DataFile file = new DataFile(
                "made-up.csv",
                "ticks",
                "0",
                ticks.size(),
                Runs.START_MS,
                ticks.getLast().timeMs(),
                0);
        return new MarketData.Ticks(List.of(file), ticks, quoted, printed);
    }
}
