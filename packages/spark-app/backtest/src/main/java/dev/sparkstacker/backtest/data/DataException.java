package dev.sparkstacker.backtest.data;

import java.nio.file.Path;

/** A file of market data cannot be used; the message names file, line and column, and what would be right. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something wrong with a file as a whole. */
    public DataException(Path file, String problem) {
        super(file + ": " + problem);
    }

    /** Something wrong in a line; lines count from 1. */
    public DataException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    /** Something wrong at a character of a line; both count from 1. */
    public DataException(Path file, long line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem);
    }
}
