package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.journal.RewritableFile;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A journal folder that is only looked at. It takes no lock, so that a running instance's journal can be read, and it
 * writes nothing, so that a copy on read-only media can.
 */
final class JournalView implements Storage {
    private static final String ARCHIVE_PREFIX = "archive-";
    private static final String SEGMENT_PREFIX = "segment-";
    private static final String MARK = "forced.mark";

    private final Path root;
    private final String firstSegment;

    private JournalView(Path root, String firstSegment) {
        this.root = root;
        this.firstSegment = firstSegment;
    }

    /** Looks at a folder. @throws CommandFailure if no journal is in it */
    static JournalView of(Path folder) {
        JournalView view = new JournalView(folder, "");
        try {
            if (Files.isDirectory(folder) && view.list("").stream().anyMatch(JournalView::isJournal)) {
                return view;
            }
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "There is no journal in " + folder + ". Name its folder, or the data folder it is in with --data-dir.");
    }

    private static boolean isJournal(String name) {
        return name.startsWith(SEGMENT_PREFIX) || name.equals(MARK);
    }

    static CommandFailure unreadable(Path folder, Exception failure) {
        return new CommandFailure(
                ExitCode.ENVIRONMENT,
                "The journal in " + folder + " cannot be read: " + failure
                        + ". Check that this user may read it and that the disk is sound.",
                failure);
    }

    /** The same journal from the segment of the given name on, compressed or not, without archives. */
    JournalView from(String segment) {
        return new JournalView(root, segment);
    }

    /** Whether old segments were removed and only extracts of them are left. */
    boolean isShortened() throws IOException {
        return list("").stream().anyMatch(name -> name.startsWith(ARCHIVE_PREFIX));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> folder.isEmpty() ? isShown(name) : true)
                    .sorted()
                    .toList();
        }
    }

    private boolean isShown(String name) {
        if (firstSegment.isEmpty()) {
            return true;
        }
        return !name.startsWith(ARCHIVE_PREFIX)
                && (!name.startsWith(SEGMENT_PREFIX) || name.compareTo(firstSegment) >= 0);
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(root.resolve(name));
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }

    @Override
    public Closeable lock(String name) {
        return () -> {};
    }

    @Override
    public StorageFile create(String name) {
        throw readOnly(name);
    }

    @Override
    public RewritableFile rewrite(String name) {
        throw readOnly(name);
    }

    @Override
    public void truncate(String name, long size) {
        throw readOnly(name);
    }

    @Override
    public void rename(String from, String to) {
        throw readOnly(from);
    }

    @Override
    public void delete(String name) {
        throw readOnly(name);
    }

    @Override
    public void syncFolder(String folder) {
        throw readOnly(folder);
    }

    private static UnsupportedOperationException readOnly(String name) {
        return new UnsupportedOperationException("This view of a journal changes nothing: " + name);
    }
}
