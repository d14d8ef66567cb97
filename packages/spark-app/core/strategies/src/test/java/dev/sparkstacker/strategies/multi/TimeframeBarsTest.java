package dev.sparkstacker.strategies.multi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.indicators.StateArray;
import dev.sparkstacker.strategies.TestBars;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeframeBarsTest {
    private final List<String> heard = new ArrayList<>();
    private final TimeframeBars bars = new TimeframeBars(Interval.M1, Interval.M5);

    private void add(int minute, double close) {
        bars.add(TestBars.bar(minute, close + 1, close - 1, close, 2), this::hear);
    }

    private void hear(double high, double low, double close, double volume) {
        heard.add(high + " " + low + " " + close + " " + volume);
    }

    @Test
    void aBarIsHandedOnWithTheCloseOfTheLastBarInItAndNotBefore() {
        for (int minute = 0; minute < 4; minute++) {
            add(minute, 100 + minute);
            assertThat(heard).isEmpty();
        }
        add(4, 90);
        assertThat(heard).containsExactly("104.0 89.0 90.0 10.0");
    }

    @Test
    void theFirstIsLeftOutUnlessItWasSeenFromItsBeginning() {
        for (int minute = 2; minute < 10; minute++) {
            add(minute, 100);
        }
        assertThat(heard).containsExactly("101.0 99.0 100.0 10.0");
    }

    @Test
    void aMissingLastMinuteEndsTheBarWhenALaterOneComes() {
        add(0, 100);
        add(3, 101);
        assertThat(heard).isEmpty();
        add(6, 50);
        assertThat(heard).containsExactly("102.0 99.0 101.0 4.0");
    }

    @Test
    void itsOwnTimeframeIsHandedOnAtOnce() {
        TimeframeBars own = new TimeframeBars(Interval.M1, Interval.M1);
        own.add(TestBars.bar(7, 101, 99, 100, 2), this::hear);
        assertThat(heard).containsExactly("101.0 99.0 100.0 2.0");
    }

    @Test
    void aRestartInTheMiddleOfABarChangesNothing() {
        List<Bar> minutes = TestBars.walk(5, 100);
        List<String> whole = new ArrayList<>();
        TimeframeBars straight = new TimeframeBars(Interval.M1, Interval.M15);
        minutes.forEach(
                bar -> straight.add(bar, (high, low, close, volume) -> whole.add(high + " " + low + " " + close)));
        List<String> parts = new ArrayList<>();
        TimeframeBars current = new TimeframeBars(Interval.M1, Interval.M15);
        for (Bar bar : minutes) {
            StateArray state = new StateArray();
            current.save(state);
            current = new TimeframeBars(Interval.M1, Interval.M15);
            current.load(state);
            current.add(bar, (high, low, close, volume) -> parts.add(high + " " + low + " " + close));
        }
        assertThat(parts).isEqualTo(whole).hasSize(6);
    }
}
