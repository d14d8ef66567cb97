package dev.sparkstacker.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The files {@code snapshots/snapshot-<sequence, 20 digits>.snp}: the head of {@link HeaderFormat}, then the state. A
 * snapshot takes its name only when it is durable; a half-written one is never seen.
 */
final class SnapshotStore {
    static final String FOLDER = "snapshots";

    private static final HeaderFormat<SnapshotHeader> HEADER = new HeaderFormat<>("SPARKS01", SnapshotHeader.class);
    private static final Pattern NAME = Pattern.compile("snapshot-\\d{20}\\.snp");

    private final Storage storage;

    SnapshotStore(Storage storage) {
        this.storage = storage;
    }

    static int crc(byte[] state) {
        CRC32C crc = new CRC32C();
        crc.update(state);
        return (int) crc.getValue();
    }

    static String name(long sequence) {
        return String.format(Locale.ROOT, "%s/snapshot-%020d.snp", FOLDER, sequence);
    }

    /** Stores a snapshot durably, then deletes all but the newest. */
    void write(SnapshotHeader header, byte[] state, int kept) throws IOException {
        String name = name(header.sequence());
        byte[] head = HEADER.encode(header);
        try (StorageFile file = storage.create(name + ".tmp")) {
            file.write(head, 0, head.length);
            file.write(state, 0, state.length);
            file.force();
        }
        storage.rename(name + ".tmp", name);
        storage.syncFolder(FOLDER);
        List<String> names = names();
        for (String old : names.subList(Math.min(kept, names.size()), names.size())) {
            storage.delete(old);
        }
    }

    /** Names of all snapshots, newest first. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : storage.list(FOLDER)) {
            if (NAME.matcher(name).matches()) {
                names.addFirst(FOLDER + "/" + name);
            }
        }
        return names;
    }

    /** Reads a snapshot. @throws CorruptJournalException if it is not whole */
    Snapshot read(String name) throws IOException {
        try (InputStream in = new BufferedInputStream(storage.read(name))) {
            HeaderFormat.Read<SnapshotHeader> read = HEADER.read(name, in);
            SnapshotHeader header = read.header();
            if (!name(header.sequence()).equals(name)) {
                throw new CorruptJournalException(name, 0, "its header is of sequence " + header.sequence());
            }
            byte[] state = in.readAllBytes();
            if (state.length != header.stateBytes() || crc(state) != header.stateCrc()) {
                throw new CorruptJournalException(name, read.bytes(), "the state's checksum does not match");
            }
            return new Snapshot(header, state);
        }
    }
}
