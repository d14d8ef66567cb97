package dev.sparkstacker.hyperliquid.limits;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where signers' nonces outlive the process. */
public interface NonceStore {
    /** Opens what is kept for a signer, empty where there is nothing yet. */
    Kept open(String signerAddress) throws IOException;

    /** What is kept for one signer. */
    interface Kept extends Closeable {
        /** Where it is, for messages. */
        String where();

        /** The text written last, or null where none was. */
        @Nullable
        String read() throws IOException;

        /** Puts a text of always the same length in place of the last one; it is on the disk when this returns. */
        void write(String text) throws IOException;
    }
}
