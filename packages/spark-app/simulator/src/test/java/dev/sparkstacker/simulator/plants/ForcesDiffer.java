package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.journal.RewritableFile;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A disk whose files are forced in another way than asked for; everything else passes. */
abstract class ForcesDiffer implements Storage {
    private final Storage disk;

    ForcesDiffer(Storage disk) {
        this.disk = disk;
    }

    /** What happens instead of a force. */
    abstract void force(StorageFile file) throws IOException;

    @Override
    public StorageFile create(String name) throws IOException {
        StorageFile file = disk.create(name);
        return new StorageFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }

            @Override
            public void force() throws IOException {
                ForcesDiffer.this.force(file);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
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
    public RewritableFile rewrite(String name) throws IOException {
        return disk.rewrite(name);
    }

    @Override
    public void truncate(String name, long size) throws IOException {
        disk.truncate(name, size);
    }

    @Override
    public void rename(String from, String to) throws IOException {
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
