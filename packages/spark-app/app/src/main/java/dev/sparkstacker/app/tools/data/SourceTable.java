package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.tools.recording.MarketRecord;

/** A kind of foreign table. It holds each row against the ones before, so it reads one file once. */
interface SourceTable {
    /** What its rows are, in the plural. */
    String rows();

    /**
     * Reads a row.
     *
     * @param line where it stands
     * @throws IllegalArgumentException with what is wrong with it; the row counts as not there
     */
    MarketRecord read(String[] fields, long line);

    /** How many values had more decimals than the product keeps and were rounded. */
    long rounded();
}
