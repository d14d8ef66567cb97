package dev.sparkstacker.sandbox.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated prices are the same for everybody, valid for the market, and move like a market. */
class SeededGeneratorTest {
    private static final Instrument ETH =
            new Instrument(new MarketId("ETH"), 0, 4, new Leverage(25), false, Usd.of("10"));
    private static final long GENESIS = 1_800_000_000_000L;
    private static final long DAY_MS = 86_400_000L;

    private static SeededGenerator generator(long seed, long startMs) {
        return new SeededGenerator(ETH, seed, Price.of("2500"), GENESIS, startMs);
    }

    private static List<String> told(PriceSource source, long untilMs) {
        List<String> told = new ArrayList<>();
        source.advanceTo(untilMs, new PriceListener() {
            @Override
            public void onBook(MarketId market, long timeMs, BookSnapshot book) {
                assertThat(ETH.isValidPrice(new Price(book.priceE8(Side.BUY, 0))))
                        .isTrue();
                assertThat(ETH.isValidSize(new Quantity(book.sizeE8(Side.SELL, 19))))
                        .isTrue();
                told.add(timeMs + " " + book.sizeE8(Side.BUY, 0) + "x" + book.sizeE8(Side.SELL, 19));
            }

            @Override
            public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
                told.add(timeMs + " " + aggressor + " " + size + "@" + price);
            }

            @Override
            public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
                told.add(timeMs + " " + mark + " " + oracle + " " + premium);
            }
        });
        return told;
    }

    @Test
    void historySkippedIsTheHistoryThatWouldHaveBeenTold() {
        long later = GENESIS + 3_600_000L;
        List<String> whole = told(generator(1, GENESIS), later + 600_000);
        List<String> tail = told(generator(1, later), later + 600_000);
        assertThat(whole.reversed()).startsWith(tail.reversed().toArray(new String[0]));
        assertThat(told(generator(1, GENESIS), later)).isEqualTo(told(generator(1, GENESIS), later));
        assertThat(told(generator(2, GENESIS), later)).isNotEqualTo(told(generator(1, GENESIS), later));
    }

    @Test
    void aDayMovesLikeAMarket() {
        List<Bar> bars = generator(1, GENESIS + 3 * DAY_MS).history(ETH.market());
        assertThat(bars).hasSizeBetween(4_300, 4_320);
        double squares = 0;
        for (int i = 1; i < bars.size(); i++) {
            double step = StrictMath.log(
                    bars.get(i).close().toDouble() / bars.get(i - 1).close().toDouble());
            squares += step * step;
        }
        double volatility = Math.sqrt(squares / bars.size());
        assertThat(volatility).as("standard deviation of a minute").isBetween(0.0004, 0.0016);
        assertThat(crossings(bars))
                .as("MACD crossings in %d bars", bars.size())
                .isBetween(bars.size() / 25, bars.size() / 5);
    }

    private static int crossings(List<Bar> bars) {
        double fast = bars.getFirst().close().toDouble();
        double slow = fast;
        double signal = 0;
        int crossings = 0;
        boolean above = false;
        for (Bar bar : bars) {
            fast += (bar.close().toDouble() - fast) * 2 / 9;
            slow += (bar.close().toDouble() - slow) * 2 / 22;
            signal += (fast - slow - signal) * 2 / 6;
            boolean now = fast - slow > signal;
            crossings += now == above ? 0 : 1;
            above = now;
        }
        return crossings;
    }
}
