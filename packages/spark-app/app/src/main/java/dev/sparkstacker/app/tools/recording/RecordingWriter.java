package dev.sparkstacker.app.tools.recording;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a recording, {@code *.ssm}.
 *
 * <pre>
 *  {"format":"spark-stacker-market","version":1,"interval":"1m","markets":["ETH"],"source":"..."}⏎
 *  gzip member: lines of {@link RecordLines}
 *  gzip member: ...
 *  gzip member: ..., end,rows,crc32c           CRC-32C of all text before, header included
 * </pre>
 *
 * <p>A member is written in one go, so that a process that dies leaves all earlier ones readable. The file is open to
 * usual tools: {@code tail -n +2 FILE | zcat}.
 */
public final class RecordingWriter implements Closeable {
    private static final int MEMBER_BYTES = 1 << 20;

    private final FileChannel file;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(MEMBER_BYTES + 4096);
    private final CRC32C crc = new CRC32C();
    private long rows;
    private long bytes;

    private RecordingWriter(FileChannel file) {
        this.file = file;
    }

    /** Begins a file. @throws IOException if it exists, or cannot be written */
    public static RecordingWriter create(Path path, RecordingHeader header) throws IOException {
        RecordingWriter writer =
                new RecordingWriter(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        try {
            byte[] line = (header.toLine() + "\n").getBytes(StandardCharsets.UTF_8);
            writer.crc.update(line);
            writer.put(line);
        } catch (IOException failed) {
            writer.close();
            throw failed;
        }
        return writer;
    }

    /** Adds a row. @throws IOException if the disk refuses */
    public void write(MarketRecord row) throws IOException {
        line(RecordLines.format(row));
        rows++;
        if (lines.size() >= MEMBER_BYTES) {
            flush();
        }
    }

    /** Writes what was added since the last time, so that it is there even if the process dies. */
    public void flush() throws IOException {
        if (lines.size() > 0) {
            ByteArrayOutputStream member = new ByteArrayOutputStream(lines.size() / 4);
            try (OutputStream zip = new GZIPOutputStream(member, 64 * 1024)) {
                lines.writeTo(zip);
            }
            lines.reset();
            put(member.toByteArray());
        }
    }

    /** Ends the file and makes it durable. */
    public void finish() throws IOException {
        line(RecordLines.END + "," + rows + "," + Long.toHexString(crc.getValue()));
        flush();
        file.force(true);
    }

    /** Rows added. */
    public long rows() {
        return rows;
    }

    /** Bytes in the file. */
    public long bytes() {
        return bytes;
    }

    /** Closes the file; without {@link #finish} it is read as one that was cut off. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void line(String text) {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        crc.update(line);
        lines.write(line, 0, line.length);
    }

    private void put(byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            bytes += file.write(buffer);
        }
    }
}
