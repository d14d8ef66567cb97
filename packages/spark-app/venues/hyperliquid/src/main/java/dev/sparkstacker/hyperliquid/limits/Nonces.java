package dev.sparkstacker.hyperliquid.limits;

import dev.sparkstacker.domain.port.Clocks;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The nonces of one signer: {@code max(venue time, last + 1)}, never given twice, not even after a crash.
 *
 * <p>The venue remembers the 100 highest nonces of a signer and refuses a used one, so every thread and transport that
 * signs with one key shares one instance, and what was given survives the process: the file holds a value that no given
 * nonce exceeds. It is moved ahead in blocks and forced before a nonce beyond it is given.
 *
 * <pre>
 *  given nonces ···x··x·x·x|           block           |
 *                     last ▲                           ▲ in the file: the next process starts behind it
 * </pre>
 *
 * <p>Thread-safe. Giving takes no lock, so that an emergency is not kept waiting by a disk that keeps a thread inside
 * {@link #next}: see {@link #nextUnkept}.
 */
public final class Nonces implements Closeable {
    /** How far a nonce may be ahead of venue time. */
    public static final long MAX_AHEAD_MS = 60_000;

    private static final long BLOCK_MS = 10_000;
    private static final long HALT_AHEAD_MS = 3_600_000;
    private static final int RECORD_LENGTH = 20;

    private final NonceStore.Kept kept;
    private final Clocks clocks;
    private final AtomicLong last;
    private volatile long reserved;

    private Nonces(NonceStore.Kept kept, Clocks clocks, long reserved) {
        this.kept = kept;
        this.clocks = clocks;
        this.last = new AtomicLong(reserved);
        this.reserved = reserved;
    }

    /** Opens the nonces of a signer kept in a folder; see {@link #open(NonceStore, String, Clocks)}. */
    public static Nonces open(Path folder, String signerAddress, Clocks clocks) throws NonceException {
        return open(new NonceFolder(folder), signerAddress, clocks);
    }

    /**
     * Opens the nonces of a signer.
     *
     * @param store where they are kept
     * @param signerAddress the signer's address, {@code 0x} and 40 hex digits
     * @param clocks venue time must be known
     * @throws NonceException if they cannot be kept, or what is kept is more than an hour ahead of venue time
     */
    public static Nonces open(NonceStore store, String signerAddress, Clocks clocks) throws NonceException {
        try {
            NonceStore.Kept kept = store.open(signerAddress);
            try {
                return new Nonces(kept, clocks, plausible(kept, clocks.venueTimeMs()));
            } catch (IOException | NonceException e) {
                kept.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NonceException(
                    "Cannot use the nonces kept for " + signerAddress + ": " + e + "; is the folder writable?", e);
        }
    }

    private static long plausible(NonceStore.Kept kept, long venueMs) throws IOException, NonceException {
        long stored = stored(kept);
        if (stored > venueMs + HALT_AHEAD_MS) {
            throw new NonceException("The nonce kept in " + kept.where() + " (" + Instant.ofEpochMilli(stored)
                    + ") is more than an hour ahead of venue time (" + Instant.ofEpochMilli(venueMs)
                    + "). Nothing is signed. If the file was written under a wrong or simulated clock, approve a new"
                    + " agent key (safest), or delete the file once no order of that signer can still be on its way.");
        }
        return stored;
    }

    /**
     * The next nonce.
     *
     * @throws NonceException if it would be more than a minute ahead of venue time, or cannot be kept
     */
    public long next() throws NonceException {
        long nonce = claim();
        if (nonce > reserved) {
            reserve(nonce);
        }
        return nonce;
    }

    /**
     * The next nonce for what must leave whatever the disk does: it is unique among all that this object gives, but what
     * is kept may lie behind it. The next process begins at venue time, which is later, so it does not give it again as
     * long as the venue's clock does not go back.
     *
     * @throws NonceException if it would be more than a minute ahead of venue time
     */
    public long nextUnkept() throws NonceException {
        return claim();
    }

    private long claim() throws NonceException {
        while (true) {
            long venueMs = clocks.venueTimeMs();
            long before = last.get();
            long nonce = Math.max(venueMs, before + 1);
            if (nonce > venueMs + MAX_AHEAD_MS) {
                throw new NonceException("The next nonce (" + Instant.ofEpochMilli(nonce)
                        + ") would be more than a minute ahead of venue time (" + Instant.ofEpochMilli(venueMs)
                        + "); signing resumes when venue time has caught up with " + kept.where());
            }
            if (last.compareAndSet(before, nonce)) {
                return nonce;
            }
        }
    }

    private synchronized void reserve(long nonce) throws NonceException {
        if (nonce <= reserved) {
            return;
        }
        long upTo = nonce + BLOCK_MS;
        try {
            kept.write(String.format(Locale.ROOT, "%019d\n", upTo));
        } catch (IOException e) {
            throw new NonceException("Cannot keep nonces in " + kept.where() + ": " + e + "; nothing is signed", e);
        }
        reserved = upTo;
    }

    private static long stored(NonceStore.Kept kept) throws IOException, NonceException {
        String text = kept.read();
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (text.length() != RECORD_LENGTH || !text.strip().matches("[0-9]{19}")) {
            throw new NonceException("The nonce file " + kept.where() + " is damaged (" + text.length()
                    + " characters, expected 19 digits and a line end). Wait one minute after the last start, then delete"
                    + " it: nonces continue from venue time.");
        }
        return Long.parseLong(text.strip());
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
