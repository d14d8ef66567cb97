package dev.sparkstacker.backtest.result;

/**
 * A file that the run read.
 *
 * @param name its name without folders
 * @param format what it holds, such as {@code 1m bars}
 * @param sha256 of its bytes, in hexadecimal
 * @param rows rows of data
 * @param firstMs time of its first row
 * @param lastMs time of its last row
 * @param gaps places where bars are missing; minutes without trades have none
 */
public record DataFile(String name, String format, String sha256, long rows, long firstMs, long lastMs, int gaps) {}
