package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;

/** A small file that is written over in place. */
public interface RewritableFile extends Closeable {
    /** Writes all the bytes at a place, or throws; after a failure any part of them may be there. */
    void write(long at, byte[] bytes) throws IOException;

    /** Makes everything written durable. */
    void force() throws IOException;
}
