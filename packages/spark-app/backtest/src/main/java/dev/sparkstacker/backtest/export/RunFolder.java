package dev.sparkstacker.backtest.export;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.ReportWriter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run.
 *
 * <pre>
 *  .NAME.partial-…/ summary.json trades.csv equity.csv signals.csv report.html ──move──► NAME/
 * </pre>
 *
 * What breaks off on the way leaves nothing that looks like a result.
 */
public final class RunFolder {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Where a run is to be written.
     *
     * @param overwrite whether an earlier run there is replaced
     * @throws IOException if the folder holds something, saying what; what is no run is never replaced
     */
    public static RunFolder at(Path folder, boolean overwrite) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new IOException(absolute + " is a file; choose a folder");
        }
        if (Files.isDirectory(absolute) && !isEmpty(absolute)) {
            boolean run = Files.isRegularFile(absolute.resolve(SummaryJson.NAME));
            if (!run) {
                throw new IOException(absolute + " holds something that is no backtest; choose an empty folder");
            }
            if (!overwrite) {
                throw new IOException(absolute + " holds a backtest already; choose another folder, or --overwrite");
            }
        }
        return new RunFolder(absolute);
    }

    /** Writes everything and moves it to its place. @throws IOException if it cannot be written; then nothing is there */
    public Path write(BacktestResult result, List<ReportWriter> reports) throws IOException {
        Path parent = Objects.requireNonNull(folder.getParent(), "a folder has a parent");
        Files.createDirectories(parent);
        Path partial = Files.createDirectory(parent.resolve("." + folder.getFileName() + ".partial-"
                + ProcessHandle.current().pid()));
        try {
            Tables.write(result, partial);
            SummaryJson.write(result, partial);
            for (ReportWriter report : reports) {
                report.write(result, partial);
            }
            move(partial);
            return folder;
        } finally {
            delete(partial);
        }
    }

    private void move(Path partial) throws IOException {
        Path before = null;
        if (Files.isDirectory(folder)) {
            before = folder.resolveSibling("." + folder.getFileName() + ".before");
            delete(before);
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        if (before != null) {
            delete(before);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
