package dev.sparkstacker.app.runtime;

import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.RewritableFile;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The real disk under a journal, until a test fills it or lets it hang. */
final class TroubledStorage implements Storage {
    private final FileStorage disk;
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile boolean full;
    private volatile boolean stuck;

    TroubledStorage(Path folder) throws IOException {
        disk = new FileStorage(folder);
    }

    /** Every write fails from here on. */
    void fill() {
        full = true;
    }

    /** Every write hangs from here on. */
    void hang() {
        stuck = true;
    }

    /** What hangs goes on. */
    void letGo() {
        stuck = false;
        hanging.countDown();
    }

    private void change() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        if (stuck) {
            try {
                hanging.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the disk hung", interrupted);
            }
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public long size(String name) throws IOException {
        return disk.size(name);
    }

    @Override
    public InputStream read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public StorageFile create(String name) throws IOException {
        change();
        StorageFile file = disk.create(name);
        return new StorageFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                change();
                file.write(bytes, offset, length);
            }

            @Override
            public void force() throws IOException {
                change();
                file.force();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public RewritableFile rewrite(String name) throws IOException {
        return disk.rewrite(name);
    }

    @Override
    public void truncate(String name, long size) throws IOException {
        change();
        disk.truncate(name, size);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        change();
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void syncFolder(String folder) throws IOException {
        disk.syncFolder(folder);
    }

    @Override
    public Closeable lock(String name) throws IOException {
        return disk.lock(name);
    }
}
