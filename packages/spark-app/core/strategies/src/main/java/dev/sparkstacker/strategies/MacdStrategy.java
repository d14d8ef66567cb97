package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.LazyList;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.Atr;
import dev.sparkstacker.indicators.Macd;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters with the crossover of the MACD line and its signal on a closed bar, leaves with the opposite one.
 *
 * <p>Line = EMA(fast) − EMA(slow) of the closes, signal = EMA of the line, histogram = line − signal. The crossover is
 * a change of the histogram's sign: from zero or below to above is a buy, from zero or above to below is a sell.
 * Confidence = min(1, 2·|histogram| / ATR(14)).
 */
public final class MacdStrategy implements Strategy {
    private static final int ATR_LENGTH = 14;

    private final Macd macd;
    private final Atr atr = new Atr(ATR_LENGTH);
    private final double minHistogramBps;
    private boolean hasPrevious;
    private double previousHistogram;
    private long lastCrossoverMs;
    private long firstBarMs = -1;

    MacdStrategy(int fast, int slow, int signal, double minHistogramBps) {
        this.macd = new Macd(fast, slow, signal);
        this.minHistogramBps = minHistogramBps;
    }

    @Override
    public int warmUpBars() {
        return Math.max(macd.warmUpBars() + 1, ATR_LENGTH);
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        double close = bar.close().toDouble();
        macd.update(close);
        atr.update(bar.high().toDouble(), bar.low().toDouble(), close);
        if (firstBarMs < 0) {
            firstBarMs = bar.openTimeMs();
            lastCrossoverMs = bar.openTimeMs();
        }
        if (!macd.isReady() || !atr.isReady()) {
            return warmingUp();
        }
        double histogram = macd.histogram();
        boolean comparable = hasPrevious;
        double before = previousHistogram;
        previousHistogram = histogram;
        hasPrevious = true;
        if (!comparable) {
            return warmingUp();
        }
        Side crossover = crossover(before, histogram);
        if (crossover != null) {
            lastCrossoverMs = bar.openTimeMs();
        }
        return judge(crossover, before, histogram, close, standing);
    }

    private Judgement judge(
            @Nullable Side crossover, double before, double histogram, double close, Standing standing) {
        double histogramBps = Math.abs(histogram) / close * 10_000;
        boolean largeEnough = histogramBps >= minHistogramBps;
        List<Condition> conditions = new LazyList<>(new Seen(
                crossover, before, histogram, histogramBps, minHistogramBps, standing, lastCrossoverMs)::conditions);
        List<NamedValue> values = List.of(
                new NamedValue("macd", macd.line()),
                new NamedValue("signal", macd.signal()),
                new NamedValue("histogram", histogram),
                new NamedValue("atr14", atr.value()));
        if (crossover == null) {
            return new Judgement(List.of(), Reason.NO_CROSSOVER, 0, conditions, values);
        }
        if (crossover == standing.heading()) {
            return new Judgement(List.of(), Reason.ALREADY_IN_POSITION, 0, conditions, values);
        }
        Intent exit = new Intent.Exit(ExitReason.OPPOSITE_SIGNAL);
        if (largeEnough) {
            Intent enter = new Intent.Enter(crossover);
            List<Intent> intents = standing.stance() == Stance.FLAT ? List.of(enter) : List.of(exit, enter);
            return new Judgement(intents, null, confidence(histogram), conditions, values);
        }
        return standing.stance() == Stance.FLAT
                ? new Judgement(List.of(), Reason.HISTOGRAM_TOO_SMALL, 0, conditions, values)
                : new Judgement(List.of(exit), null, 0, conditions, values);
    }

    private Judgement warmingUp() {
        Condition condition =
                new Condition("warmUp", "not enough bars", warmUpBars() + " closed bars", false, firstBarMs);
        return new Judgement(List.of(), Reason.WARMING_UP, 0, List.of(condition), List.of());
    }

    private double confidence(double histogram) {
        double range = atr.value();
        return range > 0 ? Math.min(1, 2 * Math.abs(histogram) / range) : 0;
    }

    private static @Nullable Side crossover(double before, double now) {
        if (before <= 0 && now > 0) {
            return Side.BUY;
        }
        return before >= 0 && now < 0 ? Side.SELL : null;
    }

    /** What one bar showed, kept as numbers until somebody wants it in words. */
    private record Seen(
            @Nullable Side crossover,
            double before,
            double histogram,
            double histogramBps,
            double minHistogramBps,
            Standing standing,
            long lastCrossoverMs) {
        List<Condition> conditions() {
            return List.of(
                    new Condition(
                            "crossover",
                            crossover == null ? "none" : crossover == Side.BUY ? "up" : "down",
                            wantedCrossover(standing.heading()),
                            crossover != null && crossover != standing.heading(),
                            lastCrossoverMs),
                    new Condition(
                            "histogram",
                            number(histogram),
                            "opposite sign of " + number(before),
                            crossover != null,
                            lastCrossoverMs),
                    new Condition(
                            "histogramBps",
                            number(histogramBps),
                            ">= " + number(minHistogramBps),
                            histogramBps >= minHistogramBps,
                            lastCrossoverMs),
                    new Condition(
                            "stance",
                            standing.stance().name(),
                            "not on the crossover's side, nor on the way there",
                            crossover == null || crossover != standing.heading(),
                            lastCrossoverMs));
        }

        private static String wantedCrossover(@Nullable Side heading) {
            if (heading == null) {
                return "up or down";
            }
            return heading == Side.BUY ? "down" : "up";
        }

        private static String number(double value) {
            return Decimal.fixed(value, 6);
        }
    }

    @Override
    public void save(StateSink sink) {
        macd.save(sink);
        atr.save(sink);
        sink.putInt(hasPrevious ? 1 : 0);
        sink.putDouble(previousHistogram);
        sink.putLong(lastCrossoverMs);
        sink.putLong(firstBarMs);
    }

    @Override
    public void load(StateSource source) {
        macd.load(source);
        atr.load(source);
        hasPrevious = source.getInt() == 1;
        previousHistogram = source.getDouble();
        lastCrossoverMs = source.getLong();
        firstBarMs = source.getLong();
    }
}
