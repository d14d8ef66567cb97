package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a CSV file with a header, plain or gzip whatever its name. Every failure names file and line. */
final class CsvRows implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MAX_LINE = 64 * 1024;

    private final Path file;
    private final BufferedReader reader;
    private final List<String> header;
    private long line;

    private CsvRows(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
        String first = readLine();
        if (first == null) {
            throw new CommandFailure(ExitCode.FOUND, file + " is empty.");
        }
        String text = first.startsWith("\uFEFF") ? first.substring(1) : first;
        this.header = Stream.of(text.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Opens a file and reads its header. @throws CommandFailure if it cannot be read or is empty */
    static CsvRows open(Path file) {
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            try {
                raw.mark(2);
                int magic = raw.read() << 8 | raw.read();
                raw.reset();
                InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER) : raw;
                return new CsvRows(
                        file,
                        new BufferedReader(
                                new InputStreamReader(
                                        plain,
                                        StandardCharsets.UTF_8
                                                .newDecoder()
                                                .onMalformedInput(CodingErrorAction.REPLACE)
                                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                                BUFFER));
            } catch (IOException | RuntimeException failed) {
                raw.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new CommandFailure(ExitCode.FOUND, file + " cannot be read: " + failed, failed);
        }
    }

    /** Names of the columns, in lower case. */
    List<String> header() {
        return header;
    }

    /** The fields of the next row that is not blank, or null at the end. */
    String @Nullable [] next() {
        for (String text = readLine(); text != null; text = readLine()) {
            if (!text.isBlank()) {
                return text.split(",", -1);
            }
        }
        return null;
    }

    /** Line of the row last read; the header is 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable String readLine() {
        try {
            String text = reader.readLine();
            line++;
            if (text != null && text.length() > MAX_LINE) {
                throw new CommandFailure(
                        ExitCode.FOUND,
                        file + ":" + line + ": a line of " + text.length()
                                + " characters; this is no table of market data.");
            }
            return text;
        } catch (IOException damaged) {
            throw new CommandFailure(
                    ExitCode.FOUND,
                    file + ":" + (line + 1) + ": cannot be read further: " + damaged.getMessage()
                            + ". The file is damaged or was not copied whole.",
                    damaged);
        }
    }
}
