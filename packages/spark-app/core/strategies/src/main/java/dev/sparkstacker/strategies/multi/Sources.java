package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.indicators.AdaptiveSupertrend;
import dev.sparkstacker.indicators.Atr;
import dev.sparkstacker.indicators.BollingerBands;
import dev.sparkstacker.indicators.Macd;
import dev.sparkstacker.indicators.MovingAverage;
import dev.sparkstacker.indicators.Rsi;
import dev.sparkstacker.indicators.SimpleMeanRsi;
import dev.sparkstacker.indicators.Stochastic;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Everything a condition can name.
 *
 * <pre>
 *   close high low volume                       of the bar
 *   sma(n) ema(n) wma(n) hull(n) vwma(n) rma(n) tema(n)
 *   rsi(n) rsi-simple(n) atr(n)
 *   macd(fast, slow, signal) .line .signal .histogram
 *   stochastic(k, d) .k .d
 *   bollinger(n, deviations) .lower .middle .upper
 *   supertrend(atr, training, factor) .line .up       up is 1 or 0
 * </pre>
 */
final class Sources {
    static final String NAMES =
            "close, high, low, volume, sma, ema, wma, hull, vwma, rma, tema, rsi, rsi-simple, atr, macd,"
                    + " stochastic, bollinger, supertrend";

    private Sources() {}

    /**
     * Makes one.
     *
     * @param output the part after the dot, empty for the first there is
     * @throws IllegalArgumentException if there is none of that name, or its arguments or output are not its own
     */
    static Term.Source of(String name, List<Double> arguments, String output) {
        return switch (name) {
            case "close", "high", "low", "volume" -> {
                arguments(name, arguments, 0);
                none(name, output);
                yield new BarValue(BarValue.Field.valueOf(name.toUpperCase(Locale.ROOT)));
            }
            case "sma", "ema", "wma", "hull", "vwma", "rma", "tema" -> {
                arguments(name, arguments, 1);
                none(name, output);
                MovingAverage average = MovingAverage.Kind.valueOf(name.toUpperCase(Locale.ROOT))
                        .of(whole(name, arguments.getFirst()));
                yield new IndicatorValue<>(
                        average, (i, high, low, close, volume) -> i.update(close, volume), MovingAverage::value);
            }
            case "rsi" -> {
                arguments(name, arguments, 1);
                none(name, output);
                yield new IndicatorValue<>(
                        new Rsi(whole(name, arguments.getFirst())),
                        (i, high, low, close, volume) -> i.update(close),
                        Rsi::value);
            }
            case "rsi-simple" -> {
                arguments(name, arguments, 1);
                none(name, output);
                yield new IndicatorValue<>(
                        new SimpleMeanRsi(whole(name, arguments.getFirst())),
                        (i, high, low, close, volume) -> i.update(close),
                        SimpleMeanRsi::value);
            }
            case "atr" -> {
                arguments(name, arguments, 1);
                none(name, output);
                yield new IndicatorValue<>(
                        new Atr(whole(name, arguments.getFirst())),
                        (i, high, low, close, volume) -> i.update(high, low, close),
                        Atr::value);
            }
            case "macd" -> macd(arguments, output);
            case "stochastic" -> stochastic(arguments, output);
            case "bollinger" -> bollinger(arguments, output);
            case "supertrend" -> supertrend(arguments, output);
            default -> throw new IllegalArgumentException("there is no '" + name + "'; there are " + NAMES);
        };
    }

    private static Term.Source macd(List<Double> arguments, String output) {
        arguments("macd", arguments, 3);
        ToDoubleFunction<Macd> part = switch (output) {
            case "", "line" -> Macd::line;
            case "signal" -> Macd::signal;
            case "histogram" -> Macd::histogram;
            default -> throw unknown("macd", output, "line, signal, histogram");
        };
        Macd macd = new Macd(
                whole("macd", arguments.get(0)), whole("macd", arguments.get(1)), whole("macd", arguments.get(2)));
        return new IndicatorValue<>(macd, (i, high, low, close, volume) -> i.update(close), part);
    }

    private static Term.Source stochastic(List<Double> arguments, String output) {
        arguments("stochastic", arguments, 2);
        ToDoubleFunction<Stochastic> part = switch (output) {
            case "", "k" -> Stochastic::k;
            case "d" -> Stochastic::d;
            default -> throw unknown("stochastic", output, "k, d");
        };
        Stochastic stochastic =
                new Stochastic(whole("stochastic", arguments.get(0)), whole("stochastic", arguments.get(1)));
        return new IndicatorValue<>(stochastic, (i, high, low, close, volume) -> i.update(high, low, close), part);
    }

    private static Term.Source bollinger(List<Double> arguments, String output) {
        arguments("bollinger", arguments, 2);
        ToDoubleFunction<BollingerBands> part = switch (output) {
            case "", "middle" -> BollingerBands::middle;
            case "lower" -> BollingerBands::lower;
            case "upper" -> BollingerBands::upper;
            default -> throw unknown("bollinger", output, "lower, middle, upper");
        };
        BollingerBands bands = new BollingerBands(
                whole("bollinger", arguments.get(0)), arguments.get(1), BollingerBands.Deviation.POPULATION);
        return new IndicatorValue<>(bands, (i, high, low, close, volume) -> i.update(close), part);
    }

    private static Term.Source supertrend(List<Double> arguments, String output) {
        arguments("supertrend", arguments, 3);
        ToDoubleFunction<AdaptiveSupertrend> part = switch (output) {
            case "", "line" -> AdaptiveSupertrend::line;
            case "up" -> trend -> trend.isUp() ? 1 : 0;
            default -> throw unknown("supertrend", output, "line, up");
        };
        AdaptiveSupertrend trend = new AdaptiveSupertrend(
                whole("supertrend", arguments.get(0)), whole("supertrend", arguments.get(1)), arguments.get(2));
        return new IndicatorValue<>(trend, (i, high, low, close, volume) -> i.update(high, low, close), part);
    }

    private static void arguments(String name, List<Double> arguments, int count) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException(
                    name + " takes " + (count == 1 ? "one number" : count + " numbers") + ", not " + arguments.size());
        }
    }

    private static void none(String name, String output) {
        if (!output.isEmpty()) {
            throw new IllegalArgumentException(name + " has one value only, no ." + output);
        }
    }

    private static IllegalArgumentException unknown(String name, String output, String outputs) {
        return new IllegalArgumentException(name + " has no ." + output + "; it has " + outputs);
    }

    private static int whole(String name, double value) {
        if (value != Math.rint(value) || value < 1 || value > 5_000) {
            throw new IllegalArgumentException(name + " takes a whole number of bars from 1 to 5000, not " + value);
        }
        return (int) value;
    }
}
