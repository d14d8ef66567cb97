package dev.sparkstacker.app.tools.recording;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording as {@link RecordingWriter} draws it, row by row in bounded memory. Reading throws {@link
 * RecordingException} for what is damaged; a file that was cut off ends with its last whole row, and is not {@link
 * #finished}.
 */
public final class RecordingReader implements Iterator<MarketRecord>, Closeable {
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final Path file;
    private final InputStream raw;
    private final RecordingHeader header;
    private final @Nullable BufferedReader lines;
    private final CRC32C crc = new CRC32C();
    private @Nullable MarketRecord next;
    private long line = 1;
    private long rows;
    private boolean ended;
    private boolean finished;

    private RecordingReader(Path file, InputStream raw) throws IOException {
        this.file = file;
        this.raw = raw;
        String first = firstLine(file, raw);
        try {
            this.header = RecordingHeader.parse(first);
        } catch (IllegalArgumentException wrong) {
            throw new RecordingException(file, 1, String.valueOf(wrong.getMessage()), wrong);
        }
        update(first);
        this.lines = content(file, raw);
    }

    /** Opens a file. @throws RecordingException if it is no recording. @throws IOException if it cannot be read */
    public static RecordingReader open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        try {
            return new RecordingReader(file, raw);
        } catch (IOException | RuntimeException failed) {
            raw.close();
            throw failed;
        }
    }

    /** Its first line. */
    public RecordingHeader header() {
        return header;
    }

    /** Whether its end was reached and everything before it proved whole. */
    public boolean finished() {
        return finished;
    }

    /** Rows read so far. */
    public long rows() {
        return rows;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = read();
        }
        return next != null;
    }

    @Override
    public MarketRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The recording ends here");
        }
        MarketRecord row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private @Nullable MarketRecord read() {
        String text = readLine();
        if (text == null) {
            ended = true;
            return null;
        }
        line++;
        if (text.startsWith(RecordLines.END + ",")) {
            checkEnd(text);
            return null;
        }
        update(text);
        rows++;
        try {
            return RecordLines.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new RecordingException(file, line, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private @Nullable String readLine() {
        if (lines == null) {
            return null;
        }
        try {
            return lines.readLine();
        } catch (EOFException cutOff) {
            return null;
        } catch (IOException damaged) {
            throw new RecordingException(
                    file,
                    line + 1,
                    "damaged after this line (" + damaged.getMessage() + "); restore the file or record it again",
                    damaged);
        }
    }

    private void checkEnd(String text) {
        ended = true;
        String expected = RecordLines.END + "," + rows + "," + Long.toHexString(crc.getValue());
        if (!text.equals(expected)) {
            throw new RecordingException(
                    file, line, "rows or checksum do not match: read " + expected + ", the file says " + text);
        }
        if (readLine() != null) {
            throw new RecordingException(file, line + 1, "there is more behind the end");
        }
        finished = true;
    }

    private void update(String text) {
        crc.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable BufferedReader content(Path file, InputStream raw) throws IOException {
        raw.mark(1);
        if (raw.read() < 0) {
            return null;
        }
        raw.reset();
        try {
            InputStream plain = new GZIPInputStream(raw, 64 * 1024);
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 64 * 1024);
        } catch (EOFException cutOff) {
            return null;
        } catch (ZipException damaged) {
            throw new RecordingException(
                    file, 2, "damaged from here on (" + damaged.getMessage() + "); restore the file", damaged);
        }
    }

    private static String firstLine(Path file, InputStream raw) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = raw.read(); next != '\n'; next = raw.read()) {
            if (next < 0 || text.size() >= MAX_HEADER_BYTES) {
                throw new RecordingException(file, 1, "not a Spark Stacker recording: it has no header line");
            }
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
