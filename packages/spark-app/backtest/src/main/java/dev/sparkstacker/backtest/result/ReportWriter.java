package dev.sparkstacker.backtest.result;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a run for people to look at. */
public interface ReportWriter {
    /**
     * Writes its files into an existing folder.
     *
     * @throws IOException if the folder cannot be written to
     */
    void write(BacktestResult result, Path folder) throws IOException;
}
