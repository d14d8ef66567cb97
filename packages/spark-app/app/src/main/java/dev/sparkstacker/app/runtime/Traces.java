package dev.sparkstacker.app.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was there before a start, so that a refused one takes back the empty folders and files it made. */
final class Traces {
    private final List<Path> roots;
    private final Set<Path> before = new TreeSet<>();

    private Traces(List<Path> roots) {
        this.roots = roots;
    }

    /** Remembers everything in and above these folders. */
    static Traces before(Path... folders) {
        Traces traces = new Traces(Stream.of(folders)
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList());
        for (Path root : traces.roots) {
            traces.before.addAll(under(root));
            for (Path above = root; above != null; above = above.getParent()) {
                if (Files.exists(above)) {
                    traces.before.add(above);
                }
            }
        }
        return traces;
    }

    /** Removes what was not there before and holds nothing. What holds something is kept: it says what happened. */
    void takeBack() {
        for (Path root : roots) {
            under(root).stream().sorted(Comparator.reverseOrder()).forEach(this::removeIfEmpty);
            for (Path above = root.getParent(); above != null && !before.contains(above); above = above.getParent()) {
                removeIfEmpty(above);
            }
        }
    }

    private void removeIfEmpty(Path path) {
        try {
            boolean empty = Files.isDirectory(path) || (Files.isRegularFile(path) && Files.size(path) == 0);
            if (empty && !before.contains(path)) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryNotEmptyException kept) {
            // It says what happened.
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + path + ", which a refused start made", e);
        }
    }

    private static List<Path> under(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return new ArrayList<>(paths.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + root, e);
        }
    }
}
