package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;

/**
 * One pass over bars, along one of the two paths that their prices may have taken.
 *
 * <pre>
 *  open ──── low ──── high ──── close      or      open ──── high ──── low ──── close
 *  0         1/3      2/3       end − 1 ms
 * </pre>
 *
 * Within a bar in which nothing can happen (no order is on its way, no trigger, liquidation or timer within reach) the
 * two points in the middle are left out: they change no decision, and a test holds the trades of both ways equal.
 */
final class BarPass {
    private static final int POINTS = 4;
    private static final long HOUR_MS = 3_600_000;

    private final RunPlan plan;
    private final BarColumns bars;
    private final long barMs;
    private final int first;
    private final int end;
    private final PricePath path;
    private final Candles candles;
    private final Recorder recorder;
    private final Stage stage;
    private final Reach reach;
    private final EquityMeter equity;
    private final boolean everyPoint;

    /**
     * Makes it ready.
     *
     * @param interval of the bars
     * @param everyPoint whether also points at which nothing can happen are played
     */
    BarPass(RunPlan plan, BarColumns bars, Interval interval, PricePath path, boolean everyPoint) {
        this.plan = plan;
        this.bars = bars;
        this.barMs = interval.millis();
        this.path = path;
        this.everyPoint = everyPoint;
        this.first = firstFrom(bars, plan.startMs());
        this.end = firstFrom(bars, plan.endMs());
        this.candles = new Candles(plan.market(), plan.interval());
        this.recorder = new Recorder(interval == plan.interval() ? bars : null);
        this.stage = new Stage(plan, recorder, candles);
        this.reach = new Reach(stage, plan);
        this.equity = new EquityMeter(stage.accounts());
    }

    private static int firstFrom(BarColumns bars, long timeMs) {
        return bars.indexAt(timeMs - 1) + 1;
    }

    Outcome run() {
        for (int i = 0; i < first; i++) {
            candles.warmUp(bars, i);
        }
        candles.endWarmUp();
        recorder.warmUp(candles.warmUpBars());
        stage.open();
        equity.read(plan.startMs(), bars.open(first));
        for (int i = first; i < end; i++) {
            play(i);
        }
        equity.end(plan.endMs(), bars.close(end - 1));
        return new Outcome(
                path, recorder, equity.points(), OpenPositions.of(stage, plan, recorder.trades()), stage.events());
    }

    private void play(int index) {
        long opensMs = bars.openTimeMs(index);
        long closesMs = opensMs + barMs - 1;
        stage.passUntil(opensMs);
        open(index, opensMs);
        boolean skips = !everyPoint && reach.isNothingWithin(closesMs, bars.lowE8(index), bars.highE8(index));
        if (!skips) {
            for (int point = 1; point < POINTS - 1; point++) {
                middle(index, point, opensMs);
            }
        }
        recorder.trades().saw(bars.lowE8(index), bars.highE8(index));
        close(index, closesMs, skips);
    }

    private void open(int index, long timeMs) {
        stage.price(bars.open(index), timeMs);
        if (candles.isNew(timeMs)) {
            candles.begin(timeMs, bars.openE8(index));
            stage.feed(candles.told());
        }
        stage.drain();
    }

    /** Funding is settled on the hour by the last price before it. */
    private static boolean endsAnHour(long timeMs) {
        return (timeMs + 1) % HOUR_MS == 0;
    }

    private void middle(int index, int point, long opensMs) {
        long timeMs = opensMs + barMs * point / (POINTS - 1);
        stage.passUntil(timeMs);
        boolean low = (path == PricePath.OPEN_LOW_HIGH_CLOSE) == (point == 1);
        emit(low ? bars.low(index) : bars.high(index), low ? Side.SELL : Side.BUY, index, timeMs);
    }

    private void emit(Price price, Side aggressor, int index, long timeMs) {
        stage.price(price, timeMs);
        long share = bars.volumeE8(index) / POINTS;
        if (share > 0) {
            stage.print(aggressor, price, new Quantity(share), timeMs);
        }
        stage.drain();
    }

    private void close(int index, long timeMs, boolean skips) {
        Price price = bars.close(index);
        if (!skips) {
            stage.passUntil(timeMs);
            emit(price, bars.closeE8(index) < bars.openE8(index) ? Side.SELL : Side.BUY, index, timeMs);
        } else if (endsAnHour(timeMs)) {
            stage.mark(price, timeMs);
        }
        candles.add(bars, index);
        stage.candle(candles.told(), timeMs);
        if (plan.interval().openTimeMs(timeMs + 1) == timeMs + 1) {
            equity.read(timeMs + 1, price);
        }
    }
}
