package dev.sparkstacker.backtest.export;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes rows of comma-separated text; text that needs it is quoted. */
final class CsvTable implements Closeable {
    private final BufferedWriter out;
    private boolean begun;

    private CsvTable(BufferedWriter out) {
        this.out = out;
    }

    static CsvTable create(Path file, String... columns) throws IOException {
        CsvTable table = new CsvTable(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        for (String column : columns) {
            table.cell(column);
        }
        table.endRow();
        return table;
    }

    /** The next cell of the row; null is empty. */
    CsvTable cell(@Nullable Object value) throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
        if (value != null) {
            out.write(quoted(value.toString()));
        }
        return this;
    }

    void endRow() throws IOException {
        out.write('\n');
        begun = false;
    }

    private static String quoted(String text) {
        boolean needed = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
