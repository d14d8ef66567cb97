package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a watchdog beside this process, as a small virtual machine with this one's classes. It outlives this process:
 * that is what it is for.
 */
final class WatchdogProcess {
    private static final List<String> SMALL =
            List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private WatchdogProcess() {}

    /**
     * Starts one; where another watches already, the new one ends at once by itself.
     *
     * @param arguments what the watchdog's command line says besides its name
     * @return where it writes what it does
     */
    static Path start(EffectiveConfig config, List<String> arguments) throws IOException {
        Path log = config.logDir().resolve("watchdog.log");
        Files.createDirectories(config.logDir());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-Dspark.") || flag.startsWith("-Dfile.encoding"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SparkStacker.class.getName(), "watchdog"));
        command.add("--of-run");
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return log;
    }
}
