package dev.sparkstacker.indicators;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One indicator under test, reduced to what the rules common to all indicators need. */
record Subject<I extends Indicator>(String name, Supplier<I> factory, Feed<I> feed, Function<I, double[]> values) {

    /** Hands one bar to an indicator. */
    @FunctionalInterface
    interface Feed<I> {
        void accept(I indicator, double high, double low, double close);
    }

    static Stream<Subject<?>> all() {
        List<Subject<?>> subjects = List.of(
                onClose("SMA 1", () -> new Sma(1), Sma::update, i -> new double[] {i.value()}),
                onClose("SMA 20", () -> new Sma(20), Sma::update, i -> new double[] {i.value()}),
                onClose("EMA 1", () -> new Ema(1), Ema::update, i -> new double[] {i.value()}),
                onClose("EMA 21", () -> new Ema(21), Ema::update, i -> new double[] {i.value()}),
                onClose("MACD 8/21/5", () -> new Macd(8, 21, 5), Macd::update, i ->
                        new double[] {i.line(), i.signal(), i.histogram()}),
                stochastic(9, 3),
                stochastic(60, 10),
                onBar("TR", TrueRange::new, TrueRange::update, i -> new double[] {i.value()}),
                onBar("ATR 14", () -> new Atr(14), Atr::update, i -> new double[] {i.value()}),
                onClose("RSI 14", () -> new Rsi(14), Rsi::update, i -> new double[] {i.value()}),
                onClose("simple-mean RSI 14", () -> new SimpleMeanRsi(14), SimpleMeanRsi::update, i ->
                        new double[] {i.value()}),
                bollinger(1, BollingerBands.Deviation.POPULATION),
                bollinger(20, BollingerBands.Deviation.POPULATION),
                bollinger(20, BollingerBands.Deviation.SAMPLE),
                extreme("highest 1", () -> RollingExtreme.highest(1)),
                extreme("highest 17", () -> RollingExtreme.highest(17)),
                extreme("lowest 17", () -> RollingExtreme.lowest(17)),
                average(MovingAverage.Kind.WMA, 1),
                average(MovingAverage.Kind.WMA, 20),
                average(MovingAverage.Kind.HULL, 2),
                average(MovingAverage.Kind.HULL, 21),
                average(MovingAverage.Kind.VWMA, 20),
                average(MovingAverage.Kind.RMA, 14),
                average(MovingAverage.Kind.TEMA, 9),
                onBar("adaptive supertrend", () -> new AdaptiveSupertrend(10, 40, 3), AdaptiveSupertrend::update, i ->
                        new double[] {i.line(), i.isUp() ? 1 : 0, i.hasFlipped() ? 1 : 0, i.volatility()}),
                onClose("trend finder", () -> new TrendFinder(20, 10, 60, 2), TrendFinder::update, i ->
                        new double[] {i.length(), i.correlation(), i.slope(), i.line(), i.lower(), i.upper()}),
                pivots(5, 2),
                pivots(1, 1));
        return subjects.stream();
    }

    private static Subject<Stochastic> stochastic(int k, int d) {
        return onBar("stochastic " + k + "/" + d, () -> new Stochastic(k, d), Stochastic::update, i ->
                new double[] {i.k(), i.d(), i.isSmoothed() ? 1 : 0});
    }

    private static Subject<BollingerBands> bollinger(int length, BollingerBands.Deviation deviation) {
        return onClose(
                "Bollinger " + length + " " + deviation,
                () -> new BollingerBands(length, 2, deviation),
                BollingerBands::update,
                i -> new double[] {i.lower(), i.middle(), i.upper(), i.standardDeviation()});
    }

    /** The range of the bar serves as its volume: it is finite where the bar is. */
    private static Subject<MovingAverage> average(MovingAverage.Kind kind, int length) {
        return new Subject<>(
                kind + " " + length, () -> kind.of(length), (i, high, low, close) -> i.update(close, high - low), i ->
                        new double[] {i.value()});
    }

    private static Subject<RollingExtreme> extreme(String name, Supplier<RollingExtreme> factory) {
        return onClose(name, factory, RollingExtreme::update, i -> new double[] {i.value(), i.barsAgo()});
    }

    private static Subject<Pivots> pivots(int left, int right) {
        return new Subject<>(
                "pivots " + left + "/" + right,
                () -> new Pivots(left, right),
                (i, high, low, close) -> i.update(high, low),
                i -> new double[] {
                    i.isHigh() ? 1 : 0, i.isLow() ? 1 : 0, i.candidateHigh(), i.candidateLow(), i.candidateBar()
                });
    }

    /** Feeds one value. */
    @FunctionalInterface
    interface CloseFeed<I> {
        void accept(I indicator, double close);
    }

    private static <I extends Indicator> Subject<I> onClose(
            String name, Supplier<I> factory, CloseFeed<I> feed, Function<I, double[]> values) {
        return new Subject<>(name, factory, (i, high, low, close) -> feed.accept(i, close), values);
    }

    private static <I extends Indicator> Subject<I> onBar(
            String name, Supplier<I> factory, Feed<I> feed, Function<I, double[]> values) {
        return new Subject<>(name, factory, feed, values);
    }

    Run<I> start() {
        return new Run<>(this, factory.get());
    }

    /** One instance of the subject, being fed. */
    record Run<I extends Indicator>(Subject<I> subject, I indicator) {
        void feed(Bars bars, int from, int to) {
            for (int i = from; i < to; i++) {
                feed(bars.high(i), bars.low(i), bars.close(i));
            }
        }

        void feed(double high, double low, double close) {
            subject.feed.accept(indicator, high, low, close);
        }

        double[] values() {
            return subject.values.apply(indicator);
        }

        long[] state() {
            StateArray state = new StateArray();
            indicator.save(state);
            return state.toArray();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
