package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures and prints a table: each figure beside its target. The exit status says nothing of targets. */
public final class Main {
    static final List<Measurement> ALL = List.of(
            new EngineThroughput(),
            new FrameThroughput(),
            new SigningThroughput(),
            new RiskChecks(),
            new FrameToOrder(),
            new EndToEnd(),
            new KillSwitch(),
            new MonthOfBars(),
            BarsASecond.macd(),
            new MacdPeers(),
            BarsASecond.superSignal(),
            new ReadyToTrade(),
            new RecoveryTime(),
            new ResidentSize());
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the benchmarks named, or all of them. */
    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err).run(arguments));
    }

    private int run(String[] arguments) {
        Options options;
        List<Measurement> chosen;
        try {
            options = Options.of(arguments);
            chosen = choose(options);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            usage(err);
            return USAGE;
        }
        if (options.list()) {
            usage(out);
            return 0;
        }
        return options.inProcess() ? measureHere(chosen, options) : report(chosen, options);
    }

    private static List<Measurement> choose(Options options) {
        for (String name : options.names()) {
            if (ALL.stream().noneMatch(measurement -> measurement.name().equals(name))) {
                throw new IllegalArgumentException("No benchmark is named " + name);
            }
        }
        return ALL.stream()
                .filter(measurement -> options.names().isEmpty()
                        ? measurement.byDefault()
                        : options.names().contains(measurement.name()))
                .toList();
    }

    private static void usage(PrintStream to) {
        to.println("Usage: run [--quick] [--write-docs] [--list] [BENCHMARK...]");
        for (Measurement measurement : ALL) {
            String when = measurement.byDefault() ? "" : " (only by name)";
            to.printf("  %-15s %s%s%n", measurement.name(), measurement.about(), when);
        }
    }

    private int measureHere(List<Measurement> chosen, Options options) {
        try {
            for (Measurement measurement : chosen) {
                measurement.measure(options.effort()).forEach(figure -> out.println(figure.toLine()));
            }
            return 0;
        } catch (Exception failure) {
            failure.printStackTrace(err);
            return FAILED;
        }
    }

    private int report(List<Measurement> chosen, Options options) {
        Machine machine = Machine.here(Folders.home());
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        int status = 0;
        for (Measurement measurement : chosen) {
            err.println("measuring " + measurement.name() + ": " + measurement.about());
            try {
                figures.put(
                        measurement.name(),
                        measurement.ownJvm()
                                ? Child.measure(measurement, options.effort())
                                : measurement.measure(options.effort()));
            } catch (Exception failure) {
                failure.printStackTrace(err);
                status = FAILED;
                figures.put(
                        measurement.name(),
                        List.of(Figure.unmeasured(measurement.about(), "", new Target.None(), "failed: " + failure)));
            }
        }
        String report = Report.markdown(machine, options.effort(), figures);
        out.println(report);
        return options.writeDocs() ? Math.max(status, write(report)) : status;
    }

    private int write(String report) {
        Path file = Folders.home().resolve("docs/performance.md");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, report);
            err.println("written to " + Folders.home().relativize(file));
            return 0;
        } catch (IOException refused) {
            err.println("docs/performance.md could not be written: " + refused.getMessage());
            return FAILED;
        }
    }
}
