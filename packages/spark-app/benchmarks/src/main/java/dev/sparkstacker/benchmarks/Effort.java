package dev.sparkstacker.benchmarks;

/** How long a measurement may take: a quick look, or figures to publish. */
enum Effort {
    QUICK(1, 2, 2, 1, 20_000, 5_000, 2, 400, 5, 3, 2),
    FULL(2, 5, 5, 2, 30_000, 50_000, 5, 2_000, 60, 7, 5);

    private final int forks;
    private final int warmUps;
    private final int iterations;
    private final int iterationSeconds;
    private final int warmUpSamples;
    private final int samples;
    private final int endToEndRuns;
    private final int endToEndSamples;
    private final int idleSeconds;
    private final int replayPasses;
    private final int starts;

    Effort(
            int forks,
            int warmUps,
            int iterations,
            int iterationSeconds,
            int warmUpSamples,
            int samples,
            int endToEndRuns,
            int endToEndSamples,
            int idleSeconds,
            int replayPasses,
            int starts) {
        this.forks = forks;
        this.warmUps = warmUps;
        this.iterations = iterations;
        this.iterationSeconds = iterationSeconds;
        this.warmUpSamples = warmUpSamples;
        this.samples = samples;
        this.endToEndRuns = endToEndRuns;
        this.endToEndSamples = endToEndSamples;
        this.idleSeconds = idleSeconds;
        this.replayPasses = replayPasses;
        this.starts = starts;
    }

    /** JVMs that JMH starts for each method. */
    int forks() {
        return forks;
    }

    /** Iterations of JMH that do not count. */
    int warmUps() {
        return warmUps;
    }

    /** Iterations of JMH that count. */
    int iterations() {
        return iterations;
    }

    /** Length of an iteration. */
    int iterationSeconds() {
        return iterationSeconds;
    }

    /** Latency samples that do not count. */
    int warmUpSamples() {
        return warmUpSamples;
    }

    /** Latency samples that count. */
    int samples() {
        return samples;
    }

    /** Runs of which the end-to-end figure is the median. */
    int endToEndRuns() {
        return endToEndRuns;
    }

    /** Samples of one end-to-end run. */
    int endToEndSamples() {
        return endToEndSamples;
    }

    /** Silence before the sample after idling. */
    int idleSeconds() {
        return idleSeconds;
    }

    /** Passes over the recorded month. */
    int replayPasses() {
        return replayPasses;
    }

    /** Starts of the whole program after the first. */
    int starts() {
        return starts;
    }
}
