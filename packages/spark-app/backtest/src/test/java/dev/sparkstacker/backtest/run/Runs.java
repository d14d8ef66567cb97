package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Settings and markets for tests. */
final class Runs {
    static final MarketId ETH = new MarketId("ETH");
    static final long START_MS = 1_748_649_600_000L;
    private static final ExitConfig EXITS = new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000);

    private Runs() {}

    /** Files of other people, read beside the repository. */
    static Path shared(String name) {
        return Path.of(System.getProperty("user.dir"))
                .toAbsolutePath()
                .resolve("../shared/data")
                .resolve(name)
                .normalize();
    }

    static RunSettings settings(String type, Interval interval, Parameter... parameters) {
        return settings(Strategies.byName(type).orElseThrow(), interval, EXITS, parameters);
    }

    static RunSettings settings(StrategyType type, Interval interval, ExitConfig exits, Parameter... parameters) {
        return settings(type, interval, exits, new Leverage(5), parameters);
    }

    static RunSettings settings(
            StrategyType type, Interval interval, ExitConfig exits, Leverage leverage, Parameter... parameters) {
        TradingConfig trading = Setup.ofType(
                type, List.of(parameters), ETH, interval, new Setup.Trading(Usd.of("1000"), leverage, exits, true));
        return new RunSettings(
                new RunIdentity.Build("test", "test"),
                Setup.identity(trading.strategies().getFirst(), type),
                trading,
                MarketTable.bundled().rules(ETH).orElseThrow(),
                Usd.of("10000"),
                150,
                new Depth.Walked(DepthModel.touch()),
                new Funding.Configured(Rate.of("0.0000125")),
                1,
                null,
                null,
                null,
                RunSettings.RECONCILE_EVERY_MS,
                null);
    }

    /** A seeded walk of one-minute bars around 2,500. */
    static MarketData.Bars walk(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Bar> bars = new ArrayList<>(count);
        long price = 250_000;
        for (int i = 0; i < count; i++) {
            long open = price;
            long high = open;
            long low = open;
            for (int step = 0; step < 4; step++) {
                price = Math.max(10_000, price + random.nextInt(-150, 151));
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            bars.add(new Bar(
                    START_MS + i * Interval.M1.millis(),
                    cents(open),
                    cents(high),
                    cents(low),
                    cents(price),
                    Quantity.of("12"),
                    1));
        }
        return bars(Interval.M1, bars);
    }

    static MarketData.Bars bars(Interval interval, List<Bar> bars) {
        DataFile file = new DataFile(
                "made-up.csv",
                interval.code() + " bars",
                "0",
                bars.size(),
                bars.getFirst().openTimeMs(),
                bars.getLast().openTimeMs(),
                0);
        return new MarketData.Bars(file, interval, BarColumns.of(bars), 2);
    }

    /** Coarser bars out of finer ones, whole ones only. */
    static MarketData.Bars put(MarketData.Bars fine, Interval interval) {
        List<Bar> bars = new ArrayList<>();
        int each = (int) (interval.millis() / fine.interval().millis());
        BarColumns from = fine.bars();
        for (int i = 0; i + each <= from.size(); i += each) {
            long high = 0;
            long low = Long.MAX_VALUE;
            long volume = 0;
            for (int j = i; j < i + each; j++) {
                high = Math.max(high, from.highE8(j));
                low = Math.min(low, from.lowE8(j));
                volume += from.volumeE8(j);
            }
            bars.add(new Bar(
                    from.openTimeMs(i),
                    from.open(i),
                    new Price(high),
                    new Price(low),
                    from.close(i + each - 1),
                    new Quantity(volume),
                    1));
        }
        return bars(interval, bars);
    }

    /** A price as the venue shows it as mark. */
    static Price rounded(Price price) {
        Instrument instrument =
                MarketTable.instrument(MarketTable.bundled().rules(ETH).orElseThrow());
        return instrument.isValidPrice(price) ? price : instrument.roundPrice(price, RoundingMode.HALF_EVEN);
    }

    /** The tick at a price, in units of 10<sup>-8</sup>. */
    static long tick(Price price) {
        return MarketTable.instrument(MarketTable.bundled().rules(ETH).orElseThrow())
                .tickAt(price)
                .e8();
    }

    private static Price cents(long cents) {
        return new Price(cents * 1_000_000);
    }
}
