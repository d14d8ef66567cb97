package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.AdaptiveSupertrend;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.Locale;

/** The adaptive supertrend turns; a turn in a quiet market is trusted more than one in a wild market. */
final class SupertrendTrigger implements Trigger {
    private static final double[] CONFIDENCE_BY_VOLATILITY = {0.8, 0.7, 0.6};

    private final AdaptiveSupertrend trend;

    SupertrendTrigger(int atrBars, int trainingBars, double factor) {
        trend = new AdaptiveSupertrend(atrBars, trainingBars, factor);
    }

    @Override
    public int warmUpBars() {
        return trend.warmUpBars();
    }

    @Override
    public Reading onBar(Bar bar) {
        trend.update(bar.high().toDouble(), bar.low().toDouble(), bar.close().toDouble());
        if (!trend.isReady()) {
            return Reading.COLD;
        }
        Side side = !trend.hasFlipped() ? null : trend.isUp() ? Side.BUY : Side.SELL;
        return Reading.of(
                side,
                CONFIDENCE_BY_VOLATILITY[trend.volatility()],
                String.format(Locale.ROOT, "trend %s, line %.6f", trend.isUp() ? "up" : "down", trend.line()),
                "the trend turns",
                new NamedValue("line", trend.line()),
                new NamedValue("volatility", trend.volatility()));
    }

    @Override
    public void save(StateSink sink) {
        trend.save(sink);
    }

    @Override
    public void load(StateSource source) {
        trend.load(source);
    }
}
