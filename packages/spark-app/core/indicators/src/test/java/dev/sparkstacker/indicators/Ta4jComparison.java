package dev.sparkstacker.indicators;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.Num;

/** Walks once over a market and compares values of ours with ta4j's after every bar; bars are counted from 1, as warm-ups are. */
final class Ta4jComparison {
    private final Bars bars;
    private final IntConsumer update;
    private final double[] tolerances;
    private final List<Column> columns = new ArrayList<>();

    private record Column(Indicator<Num> theirs, DoubleSupplier ours, boolean relativeToPrice) {}

    Ta4jComparison(Bars bars, IntConsumer update) {
        this.bars = bars;
        this.update = update;
        tolerances = new double[bars.count()];
        Arrays.fill(tolerances, Double.NaN);
    }

    /** From this bar on the difference may be at most so much; before the first such bar nothing is compared. */
    Ta4jComparison from(int bar, double tolerance) {
        Arrays.fill(tolerances, bar - 1, tolerances.length, tolerance);
        return this;
    }

    /** Compares a value in units of the price: the tolerance is relative to the bar's close. */
    Ta4jComparison ofPrice(Indicator<Num> theirs, DoubleSupplier ours) {
        columns.add(new Column(theirs, ours, true));
        return this;
    }

    /** Compares a value on a scale of 0 to 100: the tolerance is absolute. */
    Ta4jComparison onScale(Indicator<Num> theirs, DoubleSupplier ours) {
        columns.add(new Column(theirs, ours, false));
        return this;
    }

    void holds() {
        for (int i = 0; i < bars.count(); i++) {
            update.accept(i);
            if (!Double.isNaN(tolerances[i])) {
                for (Column column : columns) {
                    double unit = column.relativeToPrice ? bars.close(i) : 1;
                    near(column.ours.getAsDouble(), column.theirs.getValue(i), tolerances[i] * unit, i);
                }
            }
        }
    }

    static void near(double ours, Num theirs, double tolerance, int index) {
        double difference = Math.abs(ours - theirs.doubleValue());
        if (!(difference <= tolerance)) {
            throw new AssertionError("bar " + (index + 1) + ": ours " + ours + ", ta4j " + theirs + ", differ by "
                    + difference + ", tolerated " + tolerance);
        }
    }

    /** The bars as ta4j takes them, in decimals of 32 digits; the range of a bar stands for its volume. */
    static BarSeries series(Bars bars) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DecimalNumFactory.getInstance(32))
                .build();
        Duration period = Duration.ofMillis(bars.openTimeMs(1) - bars.openTimeMs(0));
        for (int i = 0; i < bars.count(); i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(bars.openTimeMs(i)).plus(period))
                    .openPrice(bars.close(i))
                    .highPrice(bars.high(i))
                    .lowPrice(bars.low(i))
                    .closePrice(bars.close(i))
                    .volume(bars.high(i) - bars.low(i))
                    .add();
        }
        return series;
    }
}
