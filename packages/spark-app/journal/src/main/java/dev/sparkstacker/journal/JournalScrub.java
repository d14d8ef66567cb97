package dev.sparkstacker.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads every sealed segment and every archive and checks each record: what a start leaves out so as to be quick. It
 * changes nothing and may run beside the engine.
 */
public final class JournalScrub {
    private final Storage storage;
    private final BooleanSupplier stopped;
    private final List<Damage> found = new ArrayList<>();

    private JournalScrub(Storage storage, BooleanSupplier stopped) {
        this.storage = storage;
        this.stopped = stopped;
    }

    /**
     * Runs once.
     *
     * @param stopped asked between files; the run ends early when it says so
     * @return everything that is damaged, oldest first; empty for a sound journal
     * @throws IOException if the disk fails
     */
    public static List<Damage> run(Storage storage, BooleanSupplier stopped) throws IOException {
        return new JournalScrub(storage, stopped).run();
    }

    private List<Damage> run() throws IOException {
        List<SegmentFile> segments = SegmentFile.list(storage);
        try {
            new SealCheck(storage).check(segments);
        } catch (CorruptJournalException broken) {
            found.add(broken.damage());
        }
        List<SegmentFile> files = new ArrayList<>(SegmentFile.archives(storage));
        files.addAll(segments.subList(0, Math.max(0, segments.size() - 1)));
        for (SegmentFile file : files) {
            if (stopped.getAsBoolean()) {
                break;
            }
            read(file);
        }
        return List.copyOf(found);
    }

    /** A segment that maintenance replaced by its archive since it was listed is no damage. */
    private void read(SegmentFile file) throws IOException {
        try {
            SegmentSummary.of(storage, file);
        } catch (NoSuchFileException replacedSince) {
            return;
        } catch (CorruptJournalException damaged) {
            boolean known = found.stream().anyMatch(other -> other.file().equals(damaged.file()));
            if (!known) {
                found.add(damaged.damage());
            }
        }
    }
}
