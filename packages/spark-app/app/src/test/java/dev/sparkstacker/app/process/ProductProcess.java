package dev.sparkstacker.app.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The product running in a JVM of its own, with everything it prints. */
final class ProductProcess implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private ProductProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts the product with the given arguments, as the launcher would. */
    static ProductProcess start(Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), environment, arguments);
    }

    /**
     * The same, hearing Ctrl-C as in a terminal: a process whose parent runs in the background is born deaf to it, and
     * {@code env} gives it its ears back.
     */
    static ProductProcess startHearingCtrlC(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> hearing = List.of("env", "--default-signal=INT");
        List<String> trial = new ArrayList<>(hearing);
        trial.add("true");
        assumeTrue(
                new ProcessBuilder(trial).start().waitFor() == 0,
                "this machine's env cannot reset signals (coreutils 8.31 can)");
        return start(hearing, environment, arguments);
    }

    private static ProductProcess start(List<String> prefix, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // A process of a few seconds: code compiled quickly, no threads of a collector; as the launcher does.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dspark.stacker.home=" + Path.of("").toAbsolutePath(),
                "dev.sparkstacker.app.runtime.SparkStacker"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ProductProcess(builder.start());
    }

    /** Arguments of a run in a folder of its own, on any free ports. */
    static String[] runIn(Path folder, Path config) {
        return new String[] {
            "run",
            "--config",
            config.toString(),
            "--data-dir",
            folder.resolve("data").toString(),
            "--health-port",
            "0",
            "--metrics-port",
            "0"
        };
    }

    /** Environment of a run in a folder of its own. */
    static Map<String, String> logsIn(Path folder) {
        return Map.of("LOG_DIR", folder.resolve("logs").toString());
    }

    /** Waits for a line; fails with everything printed so far when it does not come. */
    String awaitLine(String what, Predicate<String> wanted, Duration patience) throws InterruptedException {
        return awaitLineAfter(0, what, wanted, patience);
    }

    /** Waits for a line at or after the given number of lines. */
    String awaitLineAfter(int from, String what, Predicate<String> wanted, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lines) {
            int next = from;
            while (true) {
                for (; next < lines.size(); next++) {
                    if (wanted.test(lines.get(next))) {
                        return lines.get(next);
                    }
                }
                long leftMs = (deadline - System.nanoTime()) / 1_000_000;
                boolean ended = !process.isAlive() && !reader.isAlive();
                if (leftMs <= 0 || ended) {
                    throw new AssertionError("No line '" + what + "'"
                            + (ended ? "; the process ended with " + process.exitValue() : "") + ". It printed:\n"
                            + String.join("\n", lines));
                }
                lines.wait(Math.min(leftMs, 200));
            }
        }
    }

    int lineCount() {
        synchronized (lines) {
            return lines.size();
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Kills it as the kernel would: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Asks it to end in order, as a service manager does, and returns its exit status. */
    int stopInOrder(Duration patience) throws IOException, InterruptedException {
        signal("TERM");
        return awaitExit(patience);
    }

    /** Presses Ctrl-C. */
    void pressCtrlC() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Pulls the kill switch from outside, knowing nothing but the process. */
    void sendUsr2() throws IOException, InterruptedException {
        signal("USR2");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It did not end. It printed:\n" + String.join("\n", lines()));
        }
        reader.join();
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Optional<String> firstLine(Predicate<String> wanted) {
        return lines().stream().filter(wanted).findFirst();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
