package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.simulator.FaultFamily;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: the whole system under seeds, with faults. */
@Command(
        name = "simulate",
        description =
                "Run the whole system in simulated worlds, one for each seed: virtual time, network, venue, disk and clock."
                        + " Things go wrong; everything that must hold is checked; the first broken seed ends the run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker simulate --seeds 1..200",
            "  spark-stacker simulate --seeds 1..50 --faults network,disk",
            "  spark-stacker simulate --seeds 612..612 --trace"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,12})(?:\\.\\.(\\d{1,12}))?");
    private static final String ONE_CARRIER = "jdk.virtualThreadScheduler.parallelism";

    private final Terminal terminal;

    @Option(names = "--seeds", required = true, paramLabel = "A..B", description = "First and last seed, or one seed.")
    private String seeds = "";

    @Option(
            names = "--faults",
            paramLabel = "FAMILY,…",
            description = "What may go wrong: network, venue, disk, clock, crash, operator. Default: all of it.")
    private String faults = "";

    @Option(names = "--trace", description = "Print every step.")
    private boolean trace;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Simulator.Options options = options();
        if (System.getProperty(ONE_CARRIER) == null) {
            System.setProperty(ONE_CARRIER, "1");
        }
        PrintWriter out = terminal.out();
        Simulator.Report report = new Simulator(options, line -> {
                    out.println(line);
                    out.flush();
                })
                .run();
        return (report.passed() ? ExitCode.OK : ExitCode.FOUND).status();
    }

    private Simulator.Options options() {
        Matcher range = RANGE.matcher(seeds.strip());
        if (!range.matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--seeds is '" + seeds + "'; it takes a range such as 1..200, or one seed.");
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
        try {
            return new Simulator.Options(from, to, families(), trace, commit(), Ports.PLAIN);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Set<FaultFamily> families() {
        return faults.isBlank() ? EnumSet.allOf(FaultFamily.class) : FaultFamily.parse(faults);
    }

    /** The commit that the build wrote beside the classes. */
    private static String commit() {
        Properties build = new Properties();
        try (InputStream stream = SimulateCommand.class.getResourceAsStream("/spark-stacker-build.properties")) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("commit", "unknown");
    }
}
