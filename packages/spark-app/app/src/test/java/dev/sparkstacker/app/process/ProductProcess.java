package dev.sparkstacker.app.process;

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
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

    /**
     * Asks it to end in order and returns its exit status. By SIGTERM, which takes the same way as Ctrl-C: a process
     * whose parent runs in the background is born deaf to SIGINT.
     */
    int stopInOrder(Duration patience) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
        return awaitExit(patience);
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
