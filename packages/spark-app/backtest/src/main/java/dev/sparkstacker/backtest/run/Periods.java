package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.data.Tick;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.strategies.Strategies;
import java.time.Instant;
import java.util.List;

/**
 * When trading begins and ends: behind the warm-up, inside the data, on the grid of the strategy's bars.
 *
 * <pre>
 *  data ├── warm-up ──┤├──────── traded ────────┤
 *       first       startMs                   endMs
 * </pre>
 */
record Periods(long startMs, long endMs) {
    static Periods of(RunSettings settings, MarketData data) {
        return switch (data) {
            case MarketData.Bars bars -> ofBars(settings, bars);
            case MarketData.Ticks ticks -> ofTicks(settings, ticks.ticks());
        };
    }

    private static Periods ofBars(RunSettings settings, MarketData.Bars data) {
        Interval wanted = settings.strategy().interval();
        BarColumns bars = data.bars();
        if (data.interval().millis() > wanted.millis()) {
            throw new BacktestException(
                    data.file().name() + " holds " + data.interval().code()
                            + " bars, but the strategy decides on " + wanted.code()
                            + " bars: finer bars can be put together, coarser ones cannot be taken apart. Choose"
                            + " --interval "
                            + data.interval().code() + " or longer, or other data.");
        }
        if (wanted.millis() % data.interval().millis() != 0) {
            throw new BacktestException(data.file().name() + " holds "
                    + data.interval().code() + " bars, of which no " + wanted.code() + " bar can be put together.");
        }
        long endMs = bars.openTimeMs(bars.size() - 1) + data.interval().millis();
        Periods periods = within(settings, bars.openTimeMs(0), endMs);
        if (bars.indexAt(periods.endMs() - 1) == bars.indexAt(periods.startMs() - 1)) {
            throw new BacktestException("There is no data to trade on between "
                    + Instant.ofEpochMilli(periods.startMs()) + " and " + Instant.ofEpochMilli(periods.endMs()) + ": "
                    + data.file().name() + " has a gap there. Choose another period (--from, --to) or other data.");
        }
        return periods;
    }

    private static Periods ofTicks(RunSettings settings, List<Tick> ticks) {
        if (ticks.isEmpty()) {
            throw new BacktestException("The data hold no row.");
        }
        return within(settings, ticks.getFirst().timeMs(), ticks.getLast().timeMs() + 1);
    }

    private static Periods within(RunSettings settings, long firstMs, long dataEndMs) {
        Interval interval = settings.strategy().interval();
        Long toMs = settings.toMs();
        long endMs = toMs == null ? dataEndMs : Math.min(toMs, dataEndMs);
        long warmMs = onGrid(interval, firstMs) + warmUpBars(settings, firstMs, endMs) * interval.millis();
        Long fromMs = settings.fromMs();
        long startMs = fromMs == null ? warmMs : Math.max(onGrid(interval, fromMs), onGrid(interval, firstMs));
        if (startMs >= endMs || endMs - startMs < interval.millis()) {
            throw new BacktestException(
                    "There is no data to trade on between " + Instant.ofEpochMilli(startMs) + " and "
                            + Instant.ofEpochMilli(endMs) + ": the file holds " + Instant.ofEpochMilli(firstMs) + " to "
                            + Instant.ofEpochMilli(dataEndMs) + ", and a bar is " + interval.code()
                            + " long. Choose another period (--from, --to, --warm-up-bars) or other data.");
        }
        return new Periods(startMs, endMs);
    }

    /** As many as the engine reads at a live start, but never more than half of what there is. */
    private static long warmUpBars(RunSettings settings, long firstMs, long endMs) {
        Integer chosen = settings.warmUpBars();
        if (chosen != null) {
            return chosen;
        }
        long needed =
                RunSettings.historyBars(Strategies.byName(settings.strategy().type())
                        .map(type -> type.create(
                                        settings.strategy().parameters(),
                                        settings.strategy().interval())
                                .warmUpBars())
                        .orElse(0));
        long half = (endMs - firstMs) / settings.strategy().interval().millis() / 2;
        return Math.max(0, Math.min(needed, half));
    }

    /** The first bar's opening at or after an instant. */
    private static long onGrid(Interval interval, long timeMs) {
        long opens = interval.openTimeMs(timeMs);
        return opens == timeMs ? timeMs : opens + interval.millis();
    }
}
