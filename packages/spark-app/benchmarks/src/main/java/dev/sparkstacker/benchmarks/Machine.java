package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where and when figures were taken; without it they mean nothing.
 *
 * @param cores processors the JVM may use
 * @param cpu the processor's model, or {@code unknown}
 * @param system operating system and version
 * @param jdk the JDK
 * @param commit the commit of the sources, with a remark where they differ from it, or {@code unknown}
 * @param load load average of the last minute before the measurements, or {@code unknown}
 * @param date when, UTC
 */
record Machine(int cores, String cpu, String system, String jdk, String commit, String load, String date) {
    private static final String UNKNOWN = "unknown";

    static Machine here(Path home) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                commitOf(home),
                load < 0 ? UNKNOWN : String.format(Locale.ROOT, "%.2f", load),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return UNKNOWN;
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException unreadable) {
            return UNKNOWN + " (" + unreadable.getMessage() + ")";
        }
    }

    private static String commitOf(Path home) {
        String commit = git(home, "rev-parse", "--short", "HEAD");
        if (commit.equals(UNKNOWN)) {
            return UNKNOWN;
        }
        String changes = git(home, "status", "--porcelain");
        return changes.isEmpty() ? commit : commit + " with uncommitted changes";
    }

    private static String git(Path home, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
            return process.waitFor() == 0 ? output : UNKNOWN;
        } catch (IOException noGit) {
            return UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
