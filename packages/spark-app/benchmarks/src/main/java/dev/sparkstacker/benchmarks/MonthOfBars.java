package dev.sparkstacker.benchmarks;

import dev.sparkstacker.backtest.data.DataFiles;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.backtest.run.Backtest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A recorded month through engine and in-process venue. */
final class MonthOfBars implements Measurement {
    private static final String FILE = "bybit_ethusdt_perp_1m_cobra.csv.gz";
    private static final Target TARGET = new Target.LessThan(1);

    @Override
    public String name() {
        return "month";
    }

    @Override
    public String about() {
        return "30 days of recorded one-minute bars through engine and in-process venue, along one path, one thread";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    /** A backtest is a process of its own, with room for the garbage of thousands of bars between two collections. */
    @Override
    public List<String> jvmFlags() {
        return List.of("-Xms384m", "-Xmx384m", "-Xmn256m");
    }

    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        Path file = Folders.recordings().resolve(FILE);
        if (!Files.isReadable(file)) {
            return List.of(Figure.unmeasured(
                    "30 days of 1m bars", "s", TARGET, "the recording " + FILE + " is not beside the product"));
        }
        long began = System.nanoTime();
        MarketData bars = new DataFiles(List.of()).read(file);
        double reading = seconds(began);
        Pass first = Pass.over(bars);
        double[] seconds = new double[effort.replayPasses() - 1];
        double[] cpuSeconds = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            Pass pass = Pass.over(bars);
            seconds[i] = pass.seconds();
            cpuSeconds[i] = pass.cpuSeconds();
        }
        return List.of(
                Figure.of(
                        "30 days of 1m bars, first pass of a fresh JVM",
                        first.seconds(),
                        "s",
                        TARGET,
                        first.done().bars() + " bars along one path, "
                                + first.done().events() + " events, "
                                + first.done().result().trades().size() + " trades; its thread ran "
                                + Target.amount(first.cpuSeconds()) + " s; reading the file took "
                                + Target.amount(reading) + " s more; heap 384 MB, no journal"),
                Figure.of(
                        "30 days of 1m bars, warm",
                        Percentiles.median(seconds),
                        "s",
                        TARGET,
                        "median of " + seconds.length + " further passes; its thread ran "
                                + Target.amount(Percentiles.median(cpuSeconds)) + " s"));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** One run, by the wall's clock and by the processor time of its thread, which other programs do not lengthen. */
    private record Pass(Backtest.Done done, double seconds, double cpuSeconds) {
        static Pass over(MarketData bars) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long cpuBegan = threads.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            Backtest.Done done = new Backtest(Example.run(), bars, 1).along(PricePath.OPEN_LOW_HIGH_CLOSE);
            double seconds = MonthOfBars.seconds(began);
            return new Pass(done, seconds, (threads.getCurrentThreadCpuTime() - cpuBegan) / 1e9);
        }
    }
}
