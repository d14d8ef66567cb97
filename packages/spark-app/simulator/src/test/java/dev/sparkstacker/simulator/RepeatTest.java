package dev.sparkstacker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The same seed gives the same steps, whatever machine, JVM, collector, locale or zone. */
class RepeatTest {
    private static final long SEED = 11;

    /** One seed in a JVM of its own; prints its hash. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws ExecutionException, InterruptedException {
            System.out.println("hash " + hashOf(Long.parseLong(args[0])));
        }
    }

    private static long hashOf(long seed) throws ExecutionException, InterruptedException {
        FutureTask<Long> run =
                new FutureTask<>(() -> new SeedRun(seed, EnumSet.allOf(FaultFamily.class), Ports.PLAIN, null)
                        .run()
                        .hash());
        Thread.ofVirtual().start(run);
        return run.get();
    }

    private static String hashInAnotherJvm(List<String> flags) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(flags);
        builder.command()
                .addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "" + SEED));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().filter(line -> line.startsWith("hash ")).findFirst().orElseThrow();
    }

    @Test
    void aSeedRepeatsBitForBitHereAndInOtherJvms() throws Exception {
        String here = "hash " + hashOf(SEED);

        assertThat("hash " + hashOf(SEED)).as("again in this JVM").isEqualTo(here);
        assertThat(hashInAnotherJvm(List.of("-XX:+UseSerialGC", "-Duser.language=tr", "-Duser.timezone=Asia/Kolkata")))
                .as("serial collector, Turkish, Kolkata")
                .isEqualTo(here);
        assertThat(hashInAnotherJvm(List.of("-XX:+UseParallelGC", "-Djdk.virtualThreadScheduler.parallelism=1")))
                .as("parallel collector, one carrier")
                .isEqualTo(here);
    }

    @Test
    void anotherSeedGivesOtherSteps() throws Exception {
        assertThat(hashOf(SEED)).isNotEqualTo(hashOf(SEED + 1));
    }
}
