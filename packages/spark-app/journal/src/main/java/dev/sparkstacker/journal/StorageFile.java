package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;

/** A file that is being written, at its end. */
public interface StorageFile extends Closeable {
    /** Writes all the bytes or throws; after a failure any part of them may be in the file. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Makes everything written durable; after a failure nothing since the last success is to be trusted. */
    void force() throws IOException;
}
