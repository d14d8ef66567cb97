package dev.sparkstacker.backtest.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file, unpacked where it is gzip, whose bytes are hashed on the way. */
final class HashedInput extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private final DigestInputStream raw;
    private final InputStream plain;

    private HashedInput(DigestInputStream raw, InputStream plain) {
        this.raw = raw;
        this.plain = plain;
    }

    /** Opens a file. @throws DataException if it is empty or no readable file. @throws IOException if the disk refuses */
    static HashedInput open(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new DataException(file, "there is no readable file of this name");
        }
        DigestInputStream raw = new DigestInputStream(Files.newInputStream(file), sha256());
        try {
            BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER_BYTES);
            buffered.mark(2);
            int first = buffered.read();
            int second = buffered.read();
            buffered.reset();
            if (first < 0) {
                throw new DataException(file, "the file is empty");
            }
            boolean packed = first == GZIP_MAGIC_1 && second == GZIP_MAGIC_2;
            return new HashedInput(raw, packed ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered);
        } catch (EOFException cutOff) {
            raw.close();
            throw new DataException(file, "the file was cut off within the head of its gzip stream");
        } catch (IOException | RuntimeException failed) {
            raw.close();
            throw failed;
        }
    }

    @Override
    public int read() throws IOException {
        return plain.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return plain.read(into, offset, length);
    }

    /** SHA-256 of the file's bytes, packed as they are, in hexadecimal. Reads on to its end. */
    String sha256Hex() throws IOException {
        raw.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
