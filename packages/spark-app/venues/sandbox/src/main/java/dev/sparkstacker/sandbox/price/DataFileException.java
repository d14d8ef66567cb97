package dev.sparkstacker.sandbox.price;

import java.nio.file.Path;

/** A recorded market cannot be used. */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line line number from 1, or 0 where the whole file is meant */
    public DataFileException(Path file, long line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem);
    }
}
