package dev.sparkstacker.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses sealed segments and lets the oldest go. It never touches the newest segment, so that it may run beside the
 * engine on a thread of its own; one run at a time.
 *
 * <pre>
 *  segment.sjl ─► verified ─► segment.sjl.gz ─► archive.sjl extracted ─► deleted
 *                                             only if older than the retention or above the size limit,
 *                                             and below every whole snapshot and the store's checkpoint
 * </pre>
 */
public final class JournalMaintenance {
    /**
     * What a run did.
     *
     * @param compressed segments compressed
     * @param deleted segments deleted
     * @param archivedEvents events kept for ever out of those
     * @param bytes bytes of segments and archives afterwards
     * @param problems segments that were left alone, each with the reason
     */
    public record Report(
            List<String> compressed, List<String> deleted, long archivedEvents, long bytes, List<String> problems) {}

    private static final long DAY_MS = 86_400_000L;
    private static final int COPY_BYTES = 64 * 1024;

    private final Storage storage;
    private final RetentionPolicy policy;
    private final JournalCodecs codecs = new JournalCodecs();
    private final List<String> compressed = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long archived;

    private JournalMaintenance(Storage storage, RetentionPolicy policy) {
        this.storage = storage;
        this.policy = policy;
    }

    /**
     * Runs once.
     *
     * @param machineTimeMs machine time now
     * @param storeCheckpoint the last event whose rows the store holds durably; events after it stay
     * @throws IOException if the disk fails; what was done before stays done and is consistent
     */
    public static Report run(Storage storage, RetentionPolicy policy, long machineTimeMs, long storeCheckpoint)
            throws IOException {
        return new JournalMaintenance(storage, policy).run(machineTimeMs, storeCheckpoint);
    }

    private Report run(long nowMs, long storeCheckpoint) throws IOException {
        List<SegmentFile> sealed = sealed();
        for (SegmentFile file : sealed) {
            if (!file.compressed()) {
                compress(file);
            }
        }
        deleteOldest(sealed(), nowMs, Math.min(storeCheckpoint, oldestSnapshot()));
        return new Report(List.copyOf(compressed), List.copyOf(deleted), archived, totalBytes(), List.copyOf(problems));
    }

    private List<SegmentFile> sealed() throws IOException {
        List<SegmentFile> files = SegmentFile.list(storage);
        return files.isEmpty() ? files : files.subList(0, files.size() - 1);
    }

    private void compress(SegmentFile file) throws IOException {
        try {
            SegmentSummary.of(storage, file);
        } catch (CorruptJournalException damaged) {
            problems.add(damaged.damage().line());
            return;
        }
        String target = file.compressedName();
        try (StorageFile written = storage.create(target + ".tmp")) {
            try (InputStream in = storage.read(file.name());
                    OutputStream out =
                            new GZIPOutputStream(new BufferedOutputStream(new FileStream(written), COPY_BYTES))) {
                in.transferTo(out);
            }
            written.force();
        }
        storage.rename(target + ".tmp", target);
        storage.syncFolder("");
        storage.delete(file.name());
        storage.syncFolder("");
        compressed.add(target);
    }

    /** The oldest whole snapshot: every snapshot that recovery may fall back to must find its tail. */
    private long oldestSnapshot() throws IOException {
        SnapshotStore store = new SnapshotStore(storage);
        long oldest = Long.MAX_VALUE;
        for (String name : store.names()) {
            try {
                oldest = Math.min(oldest, store.read(name).sequence());
            } catch (CorruptJournalException damaged) {
                problems.add(damaged.damage().line());
            }
        }
        return oldest == Long.MAX_VALUE ? 0 : oldest;
    }

    private void deleteOldest(List<SegmentFile> sealed, long nowMs, long keepAfter) throws IOException {
        long bytes = totalBytes();
        for (SegmentFile file : sealed) {
            try {
                if (!mayGo(file, nowMs, keepAfter, bytes)) {
                    return;
                }
                archived += Archive.extract(storage, codecs, file, SegmentSummary.of(storage, file));
                bytes -= storage.size(file.name());
                bytes += storage.size(SegmentFile.archiveName(file.firstSequence()));
                storage.delete(file.name());
                storage.syncFolder("");
                deleted.add(file.name());
            } catch (CorruptJournalException damaged) {
                problems.add(damaged.damage().line());
                return;
            } catch (IncompatibleJournalException foreign) {
                problems.add(file.name() + " stays: this build cannot read it to archive its orders and fills");
                return;
            }
        }
    }

    /** The header of the segment behind it tells how far it reaches and until when it was written. */
    private boolean mayGo(SegmentFile file, long nowMs, long keepAfter, long bytes) throws IOException {
        SegmentHeader next = headerBehind(file);
        boolean old = nowMs - next.openedAtMs() > policy.retentionDays() * DAY_MS;
        return next.firstSequence() - 1 <= keepAfter && (old || bytes > policy.maxBytes());
    }

    private SegmentHeader headerBehind(SegmentFile file) throws IOException {
        List<SegmentFile> all = SegmentFile.list(storage);
        SegmentFile next = all.get(all.indexOf(file) + 1);
        try (InputStream in = next.open(storage)) {
            return next.readHeader(in).header();
        }
    }

    private long totalBytes() throws IOException {
        long bytes = 0;
        for (String name : storage.list("")) {
            if (name.startsWith("segment-") || name.startsWith("archive-")) {
                bytes += storage.size(name);
            }
        }
        return bytes;
    }

    /** A file of the storage as a stream; closing the stream leaves the file open, so that it can be forced. */
    private static final class FileStream extends OutputStream {
        private final StorageFile file;

        FileStream(StorageFile file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            file.write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }
    }
}
