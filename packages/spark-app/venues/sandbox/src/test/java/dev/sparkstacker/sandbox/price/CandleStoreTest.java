package dev.sparkstacker.sandbox.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Candles of prints, and of whole bars that come afterwards. */
class CandleStoreTest {
    private static final long MINUTE = Interval.M1.millis();

    private final CandleStore store = new CandleStore();

    @Test
    void aMinuteWithoutPrintsHasNoBar() {
        print(0, "10");
        print(3 * MINUTE, "13");
        assertThat(bars()).containsExactly(bar(0, "10", 1), bar(3, "13", 1));
    }

    @Test
    void aWholeBarFillsAHoleAndReplacesWhatFewerPrintsMade() {
        print(0, "10");
        print(3 * MINUTE, "13");
        print(4 * MINUTE, "14");
        store.put(bar(0, "11", 7));
        store.put(bar(1, "12", 8));
        store.put(bar(3, "13", 9));
        assertThat(bars()).containsExactly(bar(0, "11", 7), bar(1, "12", 8), bar(3, "13", 9), bar(4, "14", 1));
    }

    @Test
    void theFormingMinuteIsClosedByItsWholeBarAndTakesNoPrintAfterwards() {
        print(0, "10");
        store.put(bar(0, "11", 7));
        print(MINUTE - 1, "99");
        print(MINUTE, "12");
        assertThat(bars()).containsExactly(bar(0, "11", 7), bar(1, "12", 1));
    }

    @Test
    void aPrintOfAnEarlierMinuteDoesNotSpoilTheFormingOne() {
        print(0, "10");
        print(MINUTE, "12");
        print(MINUTE - 1, "99");
        assertThat(bars()).containsExactly(bar(0, "10", 1), bar(1, "12", 1));
    }

    private void print(long timeMs, String price) {
        store.onTrade(timeMs, Price.of(price), Quantity.of("1"));
    }

    private List<Bar> bars() {
        return store.bars(Interval.M1, 0, Long.MAX_VALUE, 100);
    }

    private static Bar bar(int minute, String price, int trades) {
        Price all = Price.of(price);
        return new Bar(minute * MINUTE, all, all, all, all, Quantity.of(String.valueOf(trades)), trades);
    }
}
