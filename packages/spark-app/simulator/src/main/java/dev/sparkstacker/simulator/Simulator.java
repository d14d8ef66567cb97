package dev.sparkstacker.simulator;

import dev.sparkstacker.simulator.check.Coverage;
import dev.sparkstacker.simulator.check.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a range of seeds until the first one that breaks something.
 *
 * <p>Prints a line a second while it runs, what was hit at the end, and for a broken seed the command that repeats it.
 */
public final class Simulator {
    /** From so many seeds on everything that can be hit must have been. */
    public static final int SEEDS_FOR_COVERAGE = 200;

    private static final long LINE_NANOS = 1_000_000_000L;

    private final Options options;
    private final Consumer<String> out;
    private final Coverage coverage = new Coverage();
    private final List<Integer> orders = new ArrayList<>();
    private long machineMs;
    private long lineAtNanos = System.nanoTime();

    /**
     * What to run.
     *
     * @param from the first seed
     * @param to the last seed
     * @param families what may go wrong
     * @param trace whether to print every step
     * @param commit of the code, for the report of a broken seed
     * @param ports what stands between the product and its world
     */
    public record Options(long from, long to, Set<FaultFamily> families, boolean trace, String commit, Ports ports) {
        /** @throws IllegalArgumentException if there is no seed in the range */
        public Options {
            families = Set.copyOf(families);
            if (from > to) {
                throw new IllegalArgumentException(
                        "A range of seeds goes up, such as 1..200; this one is " + from + ".." + to);
            }
        }

        private String familyNames() {
            return families.stream().map(FaultFamily::label).sorted().collect(Collectors.joining(","));
        }
    }

    /**
     * What came of a range.
     *
     * @param seeds how many ran
     * @param broken the seed that broke something, or null
     * @param missed what can be hit and was not, where the range is long enough to tell
     * @param medianOrders orders that reached the venue, in the median seed
     */
    public record Report(
            long seeds, @Nullable SeedResult broken, List<String> missed, int medianOrders, Coverage coverage) {
        /** Whether everything held and everything was hit. */
        public boolean passed() {
            return broken == null && missed.isEmpty();
        }
    }

    /** @param out takes lines for people */
    public Simulator(Options options, Consumer<String> out) {
        this.options = options;
        this.out = out;
    }

    /** Runs the range on one virtual thread, where tasks' turns are cheap. */
    public Report run() throws InterruptedException {
        AtomicReference<Report> report = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread.ofVirtual()
                .name("simulator")
                .start(() -> {
                    try {
                        report.set(runAll());
                    } catch (RuntimeException | Error thrown) {
                        failure.set(thrown);
                    }
                })
                .join();
        Report done = report.get();
        if (done == null) {
            throw new IllegalStateException("The simulator itself failed", failure.get());
        }
        return done;
    }

    private Report runAll() {
        SeedResult broken = null;
        long seed = options.from;
        for (; seed <= options.to && broken == null; seed++) {
            SeedResult result = new SeedRun(seed, options.families, options.ports, options.trace ? out : null).run();
            coverage.add(result.coverage());
            orders.add(result.orders());
            machineMs += result.machineMs();
            broken = result.broken() == null ? null : result;
            lineIfDue(result);
        }
        Report report = new Report(seed - options.from, broken, missed(broken), median(), coverage);
        summarise(report);
        return report;
    }

    private List<String> missed(@Nullable SeedResult broken) {
        boolean tells = broken == null && options.to - options.from + 1 >= SEEDS_FOR_COVERAGE;
        return tells ? Required.missing(coverage, options.families) : List.of();
    }

    private int median() {
        return orders.stream().sorted().toList().get(orders.size() / 2);
    }

    private void lineIfDue(SeedResult result) {
        long now = System.nanoTime();
        if (now - lineAtNanos >= LINE_NANOS) {
            lineAtNanos = now;
            out.accept(String.format(
                    Locale.ROOT,
                    "seed %d   %d seeds held   %d orders in the median   %d ms a seed   last hash %016x",
                    result.seed(),
                    orders.size(),
                    median(),
                    machineMs / orders.size(),
                    result.hash()));
        }
    }

    private void summarise(Report report) {
        out.accept("coverage");
        coverage.hits().forEach((what, times) -> out.accept(String.format(Locale.ROOT, "  %8d  %s", times, what)));
        for (String what : report.missed()) {
            out.accept("MISSED    " + what + " can be hit and never was");
        }
        SeedResult broken = report.broken();
        if (broken != null) {
            tell(broken);
        } else {
            out.accept(String.format(
                    Locale.ROOT,
                    "%s  seeds %d..%d, %d orders in the median, %d ms a seed, commit %s",
                    report.passed() ? "held" : "INCOMPLETE",
                    options.from,
                    options.to,
                    report.medianOrders(),
                    machineMs / orders.size(),
                    options.commit));
        }
    }

    private void tell(SeedResult broken) {
        out.accept(String.format(
                Locale.ROOT,
                "BROKEN  seed %d with %s, after %d simulated seconds, hash %016x",
                broken.seed(),
                broken.families(),
                broken.seconds(),
                broken.hash()));
        if (broken.broken() != null) {
            out.accept("        " + broken.broken().getMessage());
        }
        out.accept("commit  " + options.commit);
        out.accept(String.format(
                Locale.ROOT,
                "again   ./spark-stacker simulate --seeds %d..%d --faults %s --trace",
                broken.seed(),
                broken.seed(),
                options.familyNames()));
    }
}
