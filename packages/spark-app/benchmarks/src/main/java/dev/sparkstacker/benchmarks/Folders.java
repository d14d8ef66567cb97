package dev.sparkstacker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where things lie. The {@code run} script tells the product's folder. */
final class Folders {
    private static final String HOME = "spark.stacker.home";

    private Folders() {}

    /** The product's folder. @throws IllegalStateException if nobody told it */
    static Path home() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException("Start the benchmarks with their 'run' script, or set -D" + HOME + "=DIR");
        }
        return Path.of(home);
    }

    /** Recorded markets beside the product's folder. */
    static Path recordings() {
        return home().resolveSibling("shared").resolve("data");
    }

    /**
     * A new folder on the product's own disk: the system's temporary folder may be memory. Its name is short, because the
     * path of a Unix socket may not be long.
     */
    static Path scratch(String name) throws IOException {
        Path parent = home().resolve("packages/spark-app/benchmarks/target/scratch");
        Path folder = parent.resolve(name + "-" + ProcessHandle.current().pid());
        if (Files.exists(folder)) {
            delete(folder);
        }
        return Files.createDirectories(folder);
    }

    /** Deletes a folder and everything in it. */
    static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
