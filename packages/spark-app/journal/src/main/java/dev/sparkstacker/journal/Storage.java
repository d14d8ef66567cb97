package dev.sparkstacker.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The disk as the journal sees it: one folder with one level of folders below. Names are relative and use {@code /}.
 * What is written is durable only after {@link StorageFile#force}; that a file exists, moved or is gone is durable only
 * after {@link #syncFolder}.
 */
public interface Storage {
    /** Names of the files in a folder, sorted, without the folder; empty where the folder does not exist. */
    List<String> list(String folder) throws IOException;

    /** Bytes in a file. @throws java.nio.file.NoSuchFileException if it does not exist */
    long size(String name) throws IOException;

    /** Reads a file from its beginning. @throws java.nio.file.NoSuchFileException if it does not exist */
    InputStream read(String name) throws IOException;

    /** Creates an empty file, in place of one that exists, and its folder. */
    StorageFile create(String name) throws IOException;

    /** Opens a file to be written over in place; creates it, and its folder, where it does not exist. */
    RewritableFile rewrite(String name) throws IOException;

    /** Cuts a file to a size and forces the cut. */
    void truncate(String name, long size) throws IOException;

    /** Moves a file in one step, over one that exists. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file. @throws java.nio.file.NoSuchFileException if it does not exist */
    void delete(String name) throws IOException;

    /** Makes the names in a folder durable. */
    void syncFolder(String folder) throws IOException;

    /**
     * Takes the folder for one owner until closed.
     *
     * @throws JournalLockedException if another has it
     */
    Closeable lock(String name) throws IOException;
}
