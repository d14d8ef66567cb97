package dev.sparkstacker.sandbox.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file with a header line, plain or gzipped, and names file and line of whatever is wrong. */
final class CsvFile {
    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        /** Reads the fields of a row. @throws IllegalArgumentException with what is wrong and what would be right */
        void read(String[] fields);
    }

    private final Path file;
    private final List<String> header;

    CsvFile(Path file, String header) {
        this.file = file;
        this.header = List.of(header.split(","));
    }

    /** The header of a file. */
    static String headerOf(Path file) {
        try (BufferedReader reader = open(file)) {
            String line = reader.readLine();
            if (line == null) {
                throw new DataFileException(file, 0, "the file is empty");
            }
            return line.strip();
        } catch (IOException failure) {
            throw new DataFileException(file, 0, "cannot be read: " + failure.getMessage());
        }
    }

    void readRows(RowReader rows) {
        long line = 1;
        try (BufferedReader reader = open(file)) {
            String first = reader.readLine();
            if (first == null || !List.of(first.strip().split(",")).equals(header)) {
                throw new DataFileException(file, 1, "expected the header " + String.join(",", header));
            }
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                readRow(text, line, rows);
            }
        } catch (IOException failure) {
            throw new DataFileException(file, line, "cannot be read further: " + failure.getMessage());
        }
        if (line == 1) {
            throw new DataFileException(file, 1, "there is no row below the header");
        }
    }

    private void readRow(String text, long line, RowReader rows) {
        String[] fields = text.split(",", -1);
        if (fields.length != header.size()) {
            throw new DataFileException(
                    file,
                    line,
                    "expected " + header.size() + " fields, found " + fields.length + ": " + Arrays.toString(fields));
        }
        try {
            rows.read(fields);
        } catch (NumberFormatException noNumber) {
            throw new DataFileException(file, line, "a field is no number: " + text);
        } catch (IllegalArgumentException wrong) {
            throw new DataFileException(file, line, String.valueOf(wrong.getMessage()));
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 65_536) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 65_536);
    }
}
