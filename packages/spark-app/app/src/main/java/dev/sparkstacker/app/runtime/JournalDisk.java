package dev.sparkstacker.app.runtime;

import dev.sparkstacker.journal.Storage;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the disk under a journal. */
@FunctionalInterface
interface JournalDisk {
    /** The disk of a folder. @throws IOException if it refuses */
    Storage open(Path folder) throws IOException;
}
