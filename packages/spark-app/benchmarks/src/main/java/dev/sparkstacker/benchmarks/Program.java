package dev.sparkstacker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The product itself, started through its launcher, watched line by line and stopped in order. */
final class Program implements AutoCloseable {
    private static final int LINES_KEPT = 40;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final CompletableFuture<Long> seenAt = new CompletableFuture<>();
    private final List<String> lines = new ArrayList<>();
    private final long startedAt;

    private Program(Process process, long startedAt, Predicate<String> awaited) {
        this.process = process;
        this.startedAt = startedAt;
        Thread.ofVirtual().start(() -> read(awaited));
    }

    /** Starts {@code ./spark-stacker} with arguments; {@code awaited} is the line that says it is where it should be. */
    static Program start(List<String> arguments, Path logs, Predicate<String> awaited) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Folders.home().resolve("spark-stacker").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Folders.home().toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("LOG_DIR", logs.toString());
        environment.put("DRY_RUN", "true");
        long began = System.nanoTime();
        return new Program(builder.start(), began, awaited);
    }

    /** Lets the launcher build and prepare whatever it would at its next start, so that no start is measured with it. */
    static void build() throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder(
                        Folders.home().resolve("spark-stacker").toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        int status = launcher.start().waitFor();
        if (status != 0) {
            throw new IOException("./spark-stacker could not be built or started; its own words are above");
        }
    }

    /**
     * Waits for the awaited line.
     *
     * @return seconds from the start of the process to the line
     * @throws IOException with the program's last words if it ends before, or is too late
     */
    double awaitSeconds(long patienceSeconds) throws IOException, InterruptedException {
        try {
            return (seenAt.get(patienceSeconds, TimeUnit.SECONDS) - startedAt) / 1e9;
        } catch (ExecutionException | TimeoutException never) {
            throw new IOException(
                    "The program did not get there within " + patienceSeconds + " s. It said:\n" + said());
        }
    }

    /** Its process id; the launcher's shell replaces itself by the JVM. */
    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Memory that is resident, in MB of 2^20 bytes. @throws IOException where the system does not tell */
    double residentMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("The system does not tell the resident memory of process " + pid());
    }

    /** What it said last. */
    String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    private void read(Predicate<String> awaited) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!seenAt.isDone() && awaited.test(line)) {
                    seenAt.complete(System.nanoTime());
                }
                keep(line);
            }
            seenAt.completeExceptionally(new IOException("ended"));
        } catch (IOException broken) {
            seenAt.completeExceptionally(broken);
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.add(line);
            if (lines.size() > LINES_KEPT) {
                lines.removeFirst();
            }
        }
    }

    /** Asks it to stop, waits, and ends it if it does not. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
