package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;

/** Writes {@link ForcedMark}s, each over the older of two. */
final class MarkFile implements Closeable {
    private final RewritableFile file;
    private boolean second;

    MarkFile(Storage storage) throws IOException {
        file = storage.rewrite(ForcedMark.FILE);
    }

    /** Notes what was forced. It need not be durable: an older mark is true as well. */
    void write(ForcedMark mark) throws IOException {
        file.write(second ? ForcedMark.SLOT_DISTANCE : 0, mark.toBytes());
        second = !second;
    }

    /** Notes it in both slots and forces them, so that nothing older is believed any more. */
    void replace(ForcedMark mark) throws IOException {
        write(mark);
        write(mark);
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
