package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.MovingAverage;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Decimal;

/** The fast average crosses the slow one; confidence grows with the distance between them. */
final class MaCrossTrigger implements Trigger {
    private final MovingAverage fast;
    private final MovingAverage slow;
    private final Crossing crossing = new Crossing();

    MaCrossTrigger(MovingAverage.Kind kind, int fastBars, int slowBars) {
        fast = kind.of(fastBars);
        slow = kind.of(slowBars);
    }

    @Override
    public int warmUpBars() {
        return Math.max(fast.warmUpBars(), slow.warmUpBars()) + 1;
    }

    @Override
    public Reading onBar(Bar bar) {
        double close = bar.close().toDouble();
        double volume = bar.volume().toDouble();
        fast.update(close, volume);
        slow.update(close, volume);
        if (!fast.isReady() || !slow.isReady()) {
            return Reading.COLD;
        }
        crossing.update(fast.value() - slow.value());
        if (!crossing.isComparable()) {
            return Reading.COLD;
        }
        Side side = crossing.up() ? Side.BUY : crossing.down() ? Side.SELL : null;
        return Reading.of(
                side,
                0.6 + 10 * Math.abs(fast.value() / slow.value() - 1),
                "fast " + Decimal.fixed(fast.value(), 6) + ", slow " + Decimal.fixed(slow.value(), 6),
                "fast crosses slow",
                new NamedValue("fast", fast.value()),
                new NamedValue("slow", slow.value()));
    }

    @Override
    public void save(StateSink sink) {
        fast.save(sink);
        slow.save(sink);
        crossing.save(sink);
    }

    @Override
    public void load(StateSource source) {
        fast.load(source);
        slow.load(source);
        crossing.load(source);
    }
}
