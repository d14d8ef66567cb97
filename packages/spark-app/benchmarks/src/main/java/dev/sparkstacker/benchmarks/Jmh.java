package dev.sparkstacker.benchmarks;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH method on one thread in JVMs of its own. */
final class Jmh {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /**
     * What JMH found.
     *
     * @param perSecond operations a second
     * @param error half the width of its 99.9 % confidence interval; not a number for too few iterations
     * @param bytesPerOperation bytes allocated an operation
     */
    record Score(double perSecond, double error, double bytesPerOperation) {
        /** The spread for people. */
        String spread() {
            return Double.isNaN(error) ? "" : "± " + Target.amount(error) + "; ";
        }
    }

    private Jmh() {}

    static Score run(Class<?> suite, String method, Effort effort) throws RunnerException {
        TimeValue length = TimeValue.seconds(effort.iterationSeconds());
        Options options = new OptionsBuilder()
                .include("\\Q" + suite.getName() + "." + method + "\\E$")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .forks(effort.forks())
                .warmupIterations(effort.warmUps())
                .warmupTime(length)
                .measurementIterations(effort.iterations())
                .measurementTime(length)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        if (results.size() != 1) {
            throw new IllegalStateException(results.size() + " benchmarks are named " + suite.getName() + "." + method);
        }
        RunResult result = results.iterator().next();
        var score = result.getPrimaryResult();
        return new Score(score.getScore(), score.getScoreError(), allocated(result));
    }

    private static double allocated(RunResult result) {
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        if (allocation == null) {
            throw new IllegalStateException("JMH's gc profiler told nothing of allocation");
        }
        return allocation.getScore();
    }
}
