package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import org.junit.jupiter.api.Test;

class SeenBarsTest {
    private final BarColumns data = Runs.walk(50, 5).bars();
    private final SeenBars seen = new SeenBars(data);

    private void show(int from, int to) {
        for (int i = from; i < to; i++) {
            seen.add(data.bar(i));
        }
    }

    private static void assertRows(BarColumns found, BarColumns expected, int from, int to) {
        assertThat(found.size()).isEqualTo(to - from);
        for (int i = from; i < to; i++) {
            assertThat(found.bar(i - from)).isEqualTo(expected.bar(i));
        }
    }

    @Test
    void theDataThemselvesAreHeldOnce() {
        show(0, 50);

        assertThat(seen.columns()).isSameAs(data);
    }

    @Test
    void aPartOfTheDataIsThatPart() {
        show(7, 31);

        assertRows(seen.columns(), data, 7, 31);
    }

    @Test
    void fromABarThatDiffersOnItsOwnAreKept() {
        show(3, 20);
        Bar other = new Bar(
                data.openTimeMs(20),
                data.open(20),
                new Price(data.highE8(20) + 1),
                data.low(20),
                data.close(20),
                data.volume(20),
                1);
        seen.add(other);
        show(21, 25);

        BarColumns columns = seen.columns();
        assertThat(columns.size()).isEqualTo(22);
        assertThat(columns.bar(0)).isEqualTo(data.bar(3));
        assertThat(columns.bar(17)).isEqualTo(other);
        assertThat(columns.bar(21)).isEqualTo(data.bar(24));
    }

    @Test
    void aBarThatIsLeftOutIsLeftOut() {
        show(0, 10);
        show(11, 20);

        assertThat(seen.columns().size()).isEqualTo(19);
        assertThat(seen.columns().openTimeMs(10)).isEqualTo(data.openTimeMs(9) + 2 * Interval.M1.millis());
    }

    @Test
    void withoutDataAllAreItsOwn() {
        SeenBars own = new SeenBars(null);
        own.add(data.bar(4));

        assertRows(own.columns(), data, 4, 5);
        assertThat(new SeenBars(null).columns().size()).isZero();
        assertThat(new SeenBars(data).columns().size()).isZero();
    }
}
