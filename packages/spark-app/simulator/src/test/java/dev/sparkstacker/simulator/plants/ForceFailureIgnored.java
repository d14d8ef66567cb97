package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;
import java.io.IOException;

/** A journal that goes on after a force failed, as if the next one could make up for it. */
public final class ForceFailureIgnored extends ForcesDiffer {
    public ForceFailureIgnored(Storage disk) {
        super(disk);
    }

    @Override
    void force(StorageFile file) {
        try {
            file.force();
        } catch (IOException ignored) {
            // Ignored: that is the bug.
        }
    }
}
