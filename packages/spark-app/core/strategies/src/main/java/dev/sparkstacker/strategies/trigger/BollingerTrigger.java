package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.BollingerBands;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bollinger bands, traded towards the middle.
 *
 * <pre>
 *   touch       the close falls below the lower band ─► buy;  rises above the upper ─► sell
 *   reversion   %B was below the threshold and rose by more than it ─► buy;  mirrored ─► sell
 *   %B = (close − lower) / (upper − lower)
 * </pre>
 */
final class BollingerTrigger implements Trigger {
    private final BollingerBands bands;
    private final double reversion;
    private final Crossing lower = new Crossing();
    private final Crossing upper = new Crossing();
    private double previousB;

    /** @param reversion threshold of %B, as a fraction; 0 turns that signal off */
    BollingerTrigger(int length, double deviations, double reversion) {
        bands = new BollingerBands(length, deviations, BollingerBands.Deviation.POPULATION);
        this.reversion = reversion;
    }

    @Override
    public int warmUpBars() {
        return bands.warmUpBars() + 1;
    }

    @Override
    public Reading onBar(Bar bar) {
        double close = bar.close().toDouble();
        bands.update(close);
        if (!bands.isReady()) {
            return Reading.COLD;
        }
        double width = bands.upper() - bands.lower();
        double before = previousB;
        double b = width == 0 ? 0.5 : (close - bands.lower()) / width;
        previousB = b;
        lower.update(close - bands.lower());
        upper.update(close - bands.upper());
        if (!lower.isComparable()) {
            return Reading.COLD;
        }
        Side touched = lower.down() ? Side.BUY : upper.up() ? Side.SELL : null;
        Side side = touched == null ? reverted(before, b) : touched;
        double confidence = touched == null
                ? 0.5 + 5 * Math.abs(b - before)
                : 0.6 + 5 * width / bands.middle() + 0.4 * (touched == Side.BUY ? 1 - b : b);
        return Reading.of(
                side,
                confidence,
                String.format(Locale.ROOT, "%%B %.3f, before %.3f", b, before),
                String.format(Locale.ROOT, "close through a band, or %%B back by more than %.3f", reversion),
                new NamedValue("lower", bands.lower()),
                new NamedValue("middle", bands.middle()),
                new NamedValue("upper", bands.upper()),
                new NamedValue("percentB", b));
    }

    private @Nullable Side reverted(double before, double b) {
        if (reversion == 0) {
            return null;
        }
        if (before < reversion && b - before > reversion) {
            return Side.BUY;
        }
        return before > 1 - reversion && before - b > reversion ? Side.SELL : null;
    }

    @Override
    public void save(StateSink sink) {
        bands.save(sink);
        lower.save(sink);
        upper.save(sink);
        sink.putDouble(previousB);
    }

    @Override
    public void load(StateSource source) {
        bands.load(source);
        lower.load(source);
        upper.load(source);
        previousB = source.getDouble();
    }
}
