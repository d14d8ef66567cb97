package dev.sparkstacker.hyperliquid.net;

import java.util.concurrent.CompletableFuture;

/** An open websocket, for sending. */
public interface Line {
    /** Sends a text; one at a time. */
    CompletableFuture<?> send(String text);

    /** Says goodbye. */
    void close();

    /** Cuts it without a word. */
    void abort();
}
