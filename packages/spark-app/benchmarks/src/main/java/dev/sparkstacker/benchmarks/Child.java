package dev.sparkstacker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures in a new JVM with this one's flags, and reads the figures from its output. */
final class Child {
    private Child() {}

    static List<Figure> measure(Measurement measurement, Effort effort) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(measurement.jvmFlags());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Options.IN_PROCESS,
                measurement.name()));
        if (effort == Effort.QUICK) {
            command.add(Options.QUICK);
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Figure> figures = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Figure.ofLine(line).ifPresent(figures::add);
            }
        }
        int status = process.waitFor();
        if (status != 0 || figures.isEmpty()) {
            throw new IOException("The JVM that measured " + measurement.name() + " ended with status " + status
                    + " and " + figures.size() + " figures; its own words are above");
        }
        return figures;
    }
}
