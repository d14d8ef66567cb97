package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.indicators.TrendFinder;
import java.util.Locale;

/**
 * The close returns into the best-fitting trend's channel: from below the lower band in a rising trend is a buy, from above the upper band
 * in a falling one a sell. Confidence is a step function of |R|.
 */
final class TrendFinderTrigger implements Trigger {
    private static final double[] CORRELATION = {.2, .3, .4, .5, .6, .7, .8, .9, .92, .94, .96, .98};
    private static final double[] CONFIDENCE = {.5, .53, .56, .59, .62, .65, .70, .75, .80, .85, .90, .95, 1};

    private final TrendFinder trend;
    private final Crossing lower = new Crossing();
    private final Crossing upper = new Crossing();

    TrendFinderTrigger(int firstBars, int stepBars, int lastBars, double deviations) {
        trend = new TrendFinder(firstBars, stepBars, lastBars, deviations);
    }

    @Override
    public int warmUpBars() {
        return trend.warmUpBars() + 1;
    }

    @Override
    public Reading onBar(Bar bar) {
        double close = bar.close().toDouble();
        trend.update(close);
        if (!trend.isReady()) {
            return Reading.COLD;
        }
        lower.update(close - trend.lower());
        upper.update(close - trend.upper());
        if (!lower.isComparable()) {
            return Reading.COLD;
        }
        boolean rising = trend.slope() > 0;
        Side side = rising && lower.up() ? Side.BUY : !rising && upper.down() ? Side.SELL : null;
        return Reading.of(
                side,
                confidence(Math.abs(trend.correlation())),
                String.format(
                        Locale.ROOT,
                        "close %.6f in %.6f..%.6f, R %.3f over %d bars",
                        close,
                        trend.lower(),
                        trend.upper(),
                        trend.correlation(),
                        trend.length()),
                rising ? "up through the lower band" : "down through the upper band",
                new NamedValue("lower", trend.lower()),
                new NamedValue("upper", trend.upper()),
                new NamedValue("correlation", trend.correlation()),
                new NamedValue("length", trend.length()));
    }

    private static double confidence(double correlation) {
        int step = 0;
        while (step < CORRELATION.length && correlation >= CORRELATION[step]) {
            step++;
        }
        return CONFIDENCE[step];
    }

    @Override
    public void save(StateSink sink) {
        trend.save(sink);
        lower.save(sink);
        upper.save(sink);
    }

    @Override
    public void load(StateSource source) {
        trend.load(source);
        lower.load(source);
        upper.load(source);
    }
}
