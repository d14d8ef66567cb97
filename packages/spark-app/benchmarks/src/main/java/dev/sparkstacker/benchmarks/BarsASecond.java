package dev.sparkstacker.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.backtest.run.Backtest;
import dev.sparkstacker.backtest.run.Depth;
import dev.sparkstacker.backtest.run.Funding;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.backtest.run.Setup;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** One-minute bars through a whole backtest on one thread: fees, funding, stops, one leg, both paths within a bar. */
final class BarsASecond implements Measurement {
    private static final int ALL_BARS = 1_000_000;
    private static final int FEWER_BARS = 100_000;
    private static final Target TARGET = new Target.AtLeast(1_000_000);
    private static final Target LESS_MEMORY = new Target.LessThan(250);
    private static final long DAY_MS = 86_400_000;

    private final String name;
    private final String type;
    private final List<Parameter> parameters;

    private BarsASecond(String name, String type, List<Parameter> parameters) {
        this.name = name;
        this.type = type;
        this.parameters = List.copyOf(parameters);
    }

    /** MACD 12/26/9, which trades on every crossover. */
    static BarsASecond macd() {
        return new BarsASecond(
                "backtest-macd",
                "macd",
                List.of(
                        new Parameter("fastBars", "12"),
                        new Parameter("signalBars", "9"),
                        new Parameter("slowBars", "26")));
    }

    /** Super Signal, strict, which looks at more and trades less. */
    static BarsASecond superSignal() {
        return new BarsASecond("backtest-super-signal", "super-signal", List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return "bars a second of " + type + " over a million one-minute bars, one core";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public boolean byDefault() {
        return false;
    }

    /** With this heap it stays below what it may need; the rest of the process is measured. */
    @Override
    public List<String> jvmFlags() {
        return List.of("-Xms240m", "-Xmx240m", "-Xmn24m");
    }

    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        int count = barsOf(effort);
        MarketData.Bars data = WalkOfBars.of(count);
        Pass first = Pass.over(settings(), data);
        Pass second = Pass.over(settings(), data);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "backtest of " + type + ", bars of the file a second of processor time",
                count / second.processSeconds(),
                "bars/s",
                TARGET,
                count + " bars, each played along both paths; " + Target.amount(second.orderEvents())
                        + " order events a played bar; processor time of the whole process, collector and compiler"
                        + " included, second run of its JVM; the first " + Target.amount(count / first.processSeconds())
                        + "; its thread alone " + Target.amount(count / second.threadSeconds())
                        + "; by the wall's clock " + Target.amount(count / second.seconds())));
        figures.add(Figure.of(
                "backtest of " + type + ", most heap in use",
                Heap.mostUsedMb(),
                "MB",
                LESS_MEMORY,
                count + " bars with both paths and the result; heap limit 240 MB"));
        if (type.equals("macd")) {
            figures.addAll(Child.measure(new MacdPeers(), effort));
        }
        return figures;
    }

    /** Bars that are played at an effort. */
    static int barsOf(Effort effort) {
        return effort == Effort.QUICK ? FEWER_BARS : ALL_BARS;
    }

    private RunSettings settings() {
        StrategyType found = Strategies.byName(type).orElseThrow();
        TradingConfig trading = Setup.ofType(
                found,
                parameters,
                Example.ETH,
                Interval.M1,
                new Setup.Trading(
                        Usd.of("100"), new Leverage(5), new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), DAY_MS), true));
        return new RunSettings(
                new RunIdentity.Build("benchmark", "benchmark"),
                Setup.identity(trading.strategies().getFirst(), found),
                trading,
                MarketTable.bundled().rules(Example.ETH).orElseThrow(),
                Usd.of("1000000"),
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

    /** One run by the wall's clock, by the processor time of its thread, and by that of the whole process. */
    private record Pass(double orderEvents, double seconds, double threadSeconds, double processSeconds) {
        static Pass over(RunSettings settings, MarketData.Bars data) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long threadBegan = threads.getCurrentThreadCpuTime();
            long processBegan = process.getProcessCpuTime();
            long began = System.nanoTime();
            Backtest.Done done = new Backtest(settings, data, 1).run();
            return new Pass(
                    (double) done.orderEvents() / done.bars(),
                    (System.nanoTime() - began) / 1e9,
                    (threads.getCurrentThreadCpuTime() - threadBegan) / 1e9,
                    (process.getProcessCpuTime() - processBegan) / 1e9);
        }
    }
}
