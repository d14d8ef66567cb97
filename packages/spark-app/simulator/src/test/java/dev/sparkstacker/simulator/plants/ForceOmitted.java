package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.StorageFile;

/** A journal that believes the disk has what was merely written. */
public final class ForceOmitted extends ForcesDiffer {
    public ForceOmitted(Storage disk) {
        super(disk);
    }

    @Override
    void force(StorageFile file) {
        // Left out: that is the bug.
    }
}
