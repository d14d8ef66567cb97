package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.data.Tick;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * One pass over prints, quotes and books as they were recorded. Bars are put together from the prints, or from the middle
 * of the quotes where no prints were recorded; mark and oracle are the middle where none were recorded.
 */
final class TickPass {
    private final RunPlan plan;
    private final MarketData.Ticks data;
    private final Candles candles;
    private final Recorder recorder = new Recorder(null);
    private final Stage stage;
    private final EquityMeter equity;
    private @Nullable Price mark;
    private boolean hasContexts;
    private Rate funding = Rate.ZERO;

    TickPass(RunPlan plan, MarketData.Ticks data) {
        this.plan = plan;
        this.data = data;
        this.candles = new Candles(plan.market(), plan.interval());
        this.stage = new Stage(plan, recorder, candles);
        this.equity = new EquityMeter(stage.accounts());
    }

    Outcome run() {
        int index = warmUp();
        recorder.warmUp(candles.warmUpBars());
        stage.open();
        while (index < data.ticks().size() && data.ticks().get(index).timeMs() < plan.endMs()) {
            play(data.ticks().get(index++));
        }
        Price last = mark;
        if (last == null) {
            throw new BacktestException("There is no price in the traded period; choose a longer one.");
        }
        equity.end(Math.max(plan.endMs(), stage.nowMs()), last);
        return new Outcome(
                PricePath.RECORDED,
                recorder,
                equity.points(),
                OpenPositions.of(stage, plan, recorder.trades()),
                stage.events());
    }

    /** Ticks before the start only make bars; returns the index of the first traded one. */
    private int warmUp() {
        int index = 0;
        while (index < data.ticks().size() && data.ticks().get(index).timeMs() < plan.startMs()) {
            Tick tick = data.ticks().get(index++);
            if (tick instanceof Tick.Print print && data.printed()) {
                candles.print(print.timeMs(), print.price().e8(), print.size().e8());
            } else if (tick instanceof Tick.Book book && !data.printed()) {
                long middle = middleE8(book.book());
                if (middle > 0) {
                    candles.print(book.timeMs(), middle, 0);
                }
            }
        }
        candles.endWarmUp();
        return index;
    }

    private void play(Tick tick) {
        long time = Math.max(tick.timeMs(), stage.nowMs());
        stage.passUntil(time);
        switch (tick) {
            case Tick.Print print -> print(print, time);
            case Tick.Book book -> book(book, time);
            case Tick.Context context -> {
                hasContexts = true;
                funding = context.fundingHourly();
                marked(context.mark(), context.oracle(), time);
            }
        }
        stage.drain();
    }

    private void print(Tick.Print print, long time) {
        if (!data.quoted()) {
            Price valid = stage.valid(print.price());
            stage.book(plan.settings().depth().around(plan.instrument(), valid), time);
            marked(valid, valid, time);
        }
        stage.print(print.aggressor(), print.price(), print.size(), time);
        candle(time, print.price().e8(), print.size().e8());
    }

    private void book(Tick.Book book, long time) {
        stage.book(book.book(), time);
        long middle = middleE8(book.book());
        if (middle == 0) {
            return;
        }
        if (!hasContexts) {
            Price price = stage.valid(new Price(middle));
            marked(price, price, time);
        }
        if (!data.printed()) {
            candle(time, middle, 0);
        }
    }

    private void marked(Price price, Price oracle, long time) {
        Price before = mark;
        mark = price;
        if (before == null) {
            equity.read(plan.startMs(), price);
        }
        stage.mark(
                price, oracle, hasContexts ? funding : plan.settings().funding().during(time), time);
        recorder.trades().saw(price.e8(), price.e8());
    }

    private void candle(long time, long price, long size) {
        if (candles.isNew(time)) {
            if (candles.isForming()) {
                stage.feed(candles.told());
                Price at = mark;
                if (at != null) {
                    equity.end(plan.interval().openTimeMs(time), at);
                }
            }
            candles.print(time, price, size);
            stage.feed(candles.told());
            return;
        }
        candles.print(time, price, size);
    }

    private static long middleE8(BookSnapshot book) {
        if (book.levels(Side.BUY) == 0 || book.levels(Side.SELL) == 0) {
            return 0;
        }
        return (book.priceE8(Side.BUY, 0) + book.priceE8(Side.SELL, 0)) / 2;
    }
}
