package dev.sparkstacker.simulator.world;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How many cases a campaign has: few at every change, many with {@code -Dspark.test.full=true}, or as many as {@code
 * -Dcampaign.cases=…} says; and how it is run: on a virtual thread, where tasks' turns are cheap, printing its seed, its count and its time.
 */
final class Campaign {
    /** What every campaign draws from unless told otherwise. */
    static final long SEED = Long.getLong("campaign.seed", 20_260_105L);

    private Campaign() {}

    /** What a campaign does; returns what it did, in words. */
    interface Work extends Callable<String> {}

    static int cases(int everyChange, int full) {
        return Integer.getInteger("campaign.cases", Boolean.getBoolean("spark.test.full") ? full : everyChange);
    }

    /** Runs a campaign. A failed check of it comes back as it was thrown. */
    static void run(String name, Work work) throws Exception {
        long began = System.nanoTime();
        FutureTask<String> task = new FutureTask<>(work);
        Thread.ofVirtual().name(name).start(task);
        String done;
        try {
            done = task.get();
        } catch (ExecutionException e) {
            System.out.println("campaign " + name + " broke, seed " + SEED);
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof Exception broken ? broken : e;
        }
        System.out.println(String.format(
                Locale.ROOT, "campaign %s: %s, seed %d, %.1f s", name, done, SEED, (System.nanoTime() - began) / 1e9));
    }
}
