package dev.sparkstacker.journal;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that fails on demand and forgets what was not forced.
 *
 * <pre>
 *  write ─► cached bytes ─ force ─► durable bytes        create, rename, delete ─► names ─ syncFolder ─► durable names
 *               │ crash: each unforced write is kept, dropped (its bytes read as zeros) or torn
 * </pre>
 */
final class SimulatedDisk implements Storage {
    /** A write since the last force. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shared
    private record Write(int offset, byte[] bytes) {}

    private static final class Content {
        private byte[] durable = new byte[0];
        private final List<Write> unforced = new ArrayList<>();
        private int size;

        byte[] seen() {
            byte[] bytes = Arrays.copyOf(durable, size);
            for (Write write : unforced) {
                System.arraycopy(write.bytes(), 0, bytes, write.offset(), write.bytes().length);
            }
            return bytes;
        }

        void force() {
            durable = seen();
            unforced.clear();
        }

        void crash(Random random) {
            byte[] after = Arrays.copyOf(durable, size);
            int end = durable.length;
            for (Write write : unforced) {
                int kept = switch (random.nextInt(3)) {
                    case 0 -> write.bytes().length;
                    case 1 -> 0;
                    default -> random.nextInt(write.bytes().length + 1);
                };
                System.arraycopy(write.bytes(), 0, after, write.offset(), kept);
                boolean sizeKept = random.nextBoolean();
                end = Math.max(end, write.offset() + (sizeKept ? write.bytes().length : kept));
            }
            durable = Arrays.copyOf(after, end);
            size = end;
            unforced.clear();
        }
    }

    private final TreeMap<String, Content> names = new TreeMap<>();
    private TreeMap<String, Content> durableNames = new TreeMap<>();
    private boolean locked;
    private int operations;
    private int failAt = Integer.MAX_VALUE;
    private boolean failForEver;
    private long capacity = Long.MAX_VALUE;

    /** Lets the k-th change from now fail, and, if told so, every one after it; k is 1 for the next. */
    void failAt(int k, boolean forEver) {
        failAt = operations + k;
        failForEver = forEver;
    }

    /** Lets nothing fail any more. */
    void heal() {
        failAt = Integer.MAX_VALUE;
        capacity = Long.MAX_VALUE;
    }

    /** Bytes after which the disk is full. */
    void capacity(long bytes) {
        capacity = bytes;
    }

    /** Changes asked for so far. */
    int operations() {
        return operations;
    }

    /** Cuts the power: unforced writes and unsynced names are kept, dropped or torn as the dice fall. */
    void crash(Random random) {
        if (random.nextBoolean()) {
            durableNames = new TreeMap<>(names);
        }
        names.clear();
        names.putAll(durableNames);
        names.values().forEach(content -> content.crash(random));
        locked = false;
    }

    /** The bytes of a file as they are seen now. */
    byte[] bytes(String name) {
        Content content = names.get(name);
        if (content == null) {
            throw new IllegalArgumentException("No file " + name);
        }
        return content.seen();
    }

    /** Puts a file in place, durably. */
    void put(String name, byte[] bytes) {
        Content content = new Content();
        content.durable = bytes.clone();
        content.size = bytes.length;
        names.put(name, content);
        durableNames.put(name, content);
    }

    /** All files with their bytes. */
    Map<String, byte[]> image() {
        Map<String, byte[]> image = new TreeMap<>();
        names.forEach((name, content) -> image.put(name, content.seen()));
        return image;
    }

    private void change(String what) throws IOException {
        operations++;
        if (operations == failAt || (operations > failAt && failForEver)) {
            throw new IOException("Simulated failure of " + what + " (operation " + operations + ")");
        }
    }

    private Content find(String name) throws NoSuchFileException {
        Content content = names.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    @Override
    public List<String> list(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return names.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }

    @Override
    public long size(String name) throws IOException {
        return find(name).size;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new ByteArrayInputStream(find(name).seen());
    }

    @Override
    public StorageFile create(String name) throws IOException {
        change("create " + name);
        Content content = new Content();
        names.put(name, content);
        return new StorageFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int taken = length;
                IOException failure = null;
                try {
                    change("write " + name);
                } catch (IOException failed) {
                    failure = failed;
                    taken = length / 2;
                }
                long used =
                        names.values().stream().mapToLong(other -> other.size).sum();
                if (used + taken > capacity) {
                    taken = (int) Math.max(0, capacity - used);
                    failure = new IOException("No space left on device");
                }
                content.unforced.add(new Write(content.size, Arrays.copyOfRange(bytes, offset, offset + taken)));
                content.size += taken;
                if (failure != null) {
                    throw failure;
                }
            }

            @Override
            public void force() throws IOException {
                change("force " + name);
                content.force();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void truncate(String name, long size) throws IOException {
        change("truncate " + name);
        Content content = find(name);
        content.force();
        content.durable = Arrays.copyOf(content.durable, (int) size);
        content.size = (int) size;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        change("rename " + from);
        names.put(to, find(from));
        names.remove(from);
    }

    @Override
    public void delete(String name) throws IOException {
        change("delete " + name);
        find(name);
        names.remove(name);
    }

    @Override
    public void syncFolder(String folder) throws IOException {
        change("sync " + folder);
        durableNames = new TreeMap<>(names);
    }

    @Override
    public Closeable lock(String name) throws IOException {
        if (locked) {
            throw new JournalLockedException("the simulated disk");
        }
        locked = true;
        return () -> locked = false;
    }
}
