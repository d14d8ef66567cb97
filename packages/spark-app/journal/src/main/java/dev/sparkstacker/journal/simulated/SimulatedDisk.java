package dev.sparkstacker.journal.simulated;

import dev.sparkstacker.journal.JournalLockedException;
import dev.sparkstacker.journal.RewritableFile;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that fails on demand and forgets what was not forced.
 *
 * <pre>
 *  write ─► seen bytes ─ force ─► durable bytes          create, rename, delete ─► names ─ syncFolder ─► durable names
 *               │ crash: each unforced write is kept, dropped (its bytes read as zeros) or torn;
 *               │        of the changes to names that were not synced the first few are kept
 * </pre>
 *
 * <p>It draws nothing itself: the same calls with the same dice leave the same bytes. For one thread.
 */
public final class SimulatedDisk implements Storage {
    /** A change to the names of files that is not durable yet. */
    private record Naming(String name, @Nullable DiskContent content) {}

    private final TreeMap<String, DiskContent> names = new TreeMap<>();
    private final TreeMap<String, DiskContent> durableNames = new TreeMap<>();
    private final List<Naming> unsynced = new ArrayList<>();
    private Consumer<String> watcher = change -> {};
    private @Nullable DiskFault fault;
    private long changes;
    private long capacity = Long.MAX_VALUE;
    private boolean locked;

    /** Lets the k-th change from now fail, and, if told so, every one after it; k is 1 for the next. */
    public void failAt(long k, boolean forEver) {
        plan(new DiskFault(DiskFault.Kind.IO_ERROR, changes + k, forEver));
    }

    /** Plans a fault, in place of one planned before. */
    public void plan(DiskFault planned) {
        fault = planned;
    }

    /** Lets nothing fail any more, and gives all the space there is. */
    public void heal() {
        fault = null;
        capacity = Long.MAX_VALUE;
    }

    /** Bytes of all files together after which the disk is full. */
    public void capacity(long bytes) {
        capacity = bytes;
    }

    /** Changes asked for so far, those that failed included. */
    public long changes() {
        return changes;
    }

    /** Hears of each change just before it is made, failing or not; a {@link #fork} made there is a crash there. */
    public void watch(Consumer<String> beforeEachChange) {
        watcher = beforeEachChange;
    }

    /** An independent copy with the same unforced writes, unlocked, unwatched and without faults. */
    public SimulatedDisk fork() {
        SimulatedDisk fork = new SimulatedDisk();
        IdentityHashMap<DiskContent, DiskContent> copies = new IdentityHashMap<>();
        names.forEach((name, content) -> fork.names.put(name, copies.computeIfAbsent(content, DiskContent::copy)));
        durableNames.forEach(
                (name, content) -> fork.durableNames.put(name, copies.computeIfAbsent(content, DiskContent::copy)));
        for (Naming naming : unsynced) {
            DiskContent content = naming.content();
            fork.unsynced.add(new Naming(
                    naming.name(), content == null ? null : copies.computeIfAbsent(content, DiskContent::copy)));
        }
        fork.changes = changes;
        return fork;
    }

    /** Cuts the power: what was not forced is kept, dropped or torn as the dice fall. */
    public void crash(Random random) {
        crash(Fate.ANY, random);
    }

    /** Cuts the power: what was not forced meets the given fate. */
    public void crash(Fate fate, Random random) {
        int kept = fate.kept(unsynced.size(), random);
        unsynced.subList(0, kept).forEach(this::makeDurable);
        unsynced.clear();
        names.clear();
        names.putAll(durableNames);
        names.values().forEach(content -> content.crash(fate, random));
        locked = false;
    }

    /** Ends the process without a power cut: everything written stays, only the lock goes. */
    public void kill() {
        locked = false;
    }

    /** The bytes of a file as they are seen now. @throws IllegalArgumentException if there is no such file */
    public byte[] bytes(String name) {
        DiskContent content = names.get(name);
        if (content == null) {
            throw new IllegalArgumentException("No file " + name);
        }
        return content.bytes();
    }

    /** Puts a file in place, durably. */
    public void put(String name, byte[] bytes) {
        DiskContent content = new DiskContent();
        content.write(0, bytes, 0, bytes.length);
        content.force();
        names.put(name, content);
        durableNames.put(name, content);
    }

    /** All files with their bytes as they are seen now. */
    public Map<String, byte[]> image() {
        Map<String, byte[]> image = new TreeMap<>();
        names.forEach((name, content) -> image.put(name, content.bytes()));
        return image;
    }

    private void makeDurable(Naming naming) {
        DiskContent content = naming.content();
        if (content == null) {
            durableNames.remove(naming.name());
        } else {
            durableNames.put(naming.name(), content);
        }
    }

    private void change(String what) throws IOException {
        begin(what);
        if (strikes(DiskFault.Kind.IO_ERROR)) {
            throw failure(what);
        }
    }

    private void begin(String what) {
        watcher.accept(what);
        changes++;
    }

    private boolean strikes(DiskFault.Kind kind) {
        DiskFault planned = fault;
        if (planned == null || planned.kind() != kind || changes < planned.at()) {
            return false;
        }
        boolean onTime = planned.lasting() || changes == planned.at() || kind == DiskFault.Kind.FORCE_FAILS;
        if (onTime && !planned.lasting()) {
            fault = null;
        }
        return onTime;
    }

    private IOException failure(String what) {
        return new IOException("Simulated failure of " + what + " (change " + changes + ")");
    }

    private DiskContent find(String name) throws NoSuchFileException {
        DiskContent content = names.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    private void name(String name, @Nullable DiskContent content) {
        if (content == null) {
            names.remove(name);
        } else {
            names.put(name, content);
        }
        unsynced.add(new Naming(name, content));
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
        return find(name).size();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new ByteArrayInputStream(find(name).bytes());
    }

    @Override
    public StorageFile create(String name) throws IOException {
        change("create " + name);
        DiskContent content = new DiskContent();
        name(name, content);
        return new Appended(name, content);
    }

    @Override
    public RewritableFile rewrite(String name) throws IOException {
        DiskContent content = names.get(name);
        if (content == null) {
            change("create " + name);
            content = new DiskContent();
            name(name, content);
        }
        return new Rewritten(name, content);
    }

    @Override
    public void truncate(String name, long size) throws IOException {
        change("truncate " + name);
        find(name).truncate((int) size);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        change("rename " + from);
        DiskContent content = find(from);
        name(to, content);
        name(from, null);
    }

    @Override
    public void delete(String name) throws IOException {
        change("delete " + name);
        find(name);
        name(name, null);
    }

    @Override
    public void syncFolder(String folder) throws IOException {
        change("sync " + folder);
        unsynced.forEach(this::makeDurable);
        unsynced.clear();
    }

    @Override
    public Closeable lock(String name) throws IOException {
        if (locked) {
            throw new JournalLockedException("the simulated disk");
        }
        locked = true;
        return () -> locked = false;
    }

    private void write(String name, DiskContent content, long at, byte[] bytes, int offset, int length)
            throws IOException {
        String what = "write " + name;
        begin(what);
        if (strikes(DiskFault.Kind.IO_ERROR)) {
            content.write((int) at, bytes, offset, length / 2);
            throw failure(what);
        }
        long used = names.values().stream().mapToLong(DiskContent::size).sum();
        long free = Math.max(0, capacity - used) + Math.max(0, content.size() - at);
        int taken = (int) Math.min(length, strikes(DiskFault.Kind.NO_SPACE) ? length / 2 : free);
        content.write((int) at, bytes, offset, taken);
        if (taken < length) {
            throw new IOException("No space left on device (simulated, change " + changes + ")");
        }
    }

    private void force(String name, DiskContent content) throws IOException {
        change("force " + name);
        if (strikes(DiskFault.Kind.FORCE_FAILS)) {
            content.forget();
            throw failure("force " + name);
        }
        content.force();
    }

    /** A file written at its end. */
    private final class Appended implements StorageFile {
        private final String name;
        private final DiskContent content;

        Appended(String name, DiskContent content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            SimulatedDisk.this.write(name, content, content.size(), bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            SimulatedDisk.this.force(name, content);
        }

        @Override
        public void close() {}
    }

    /** A file written over in place. */
    private final class Rewritten implements RewritableFile {
        private final String name;
        private final DiskContent content;

        Rewritten(String name, DiskContent content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public void write(long at, byte[] bytes) throws IOException {
            SimulatedDisk.this.write(name, content, at, bytes, 0, bytes.length);
        }

        @Override
        public void force() throws IOException {
            SimulatedDisk.this.force(name, content);
        }

        @Override
        public void close() {}
    }
}
