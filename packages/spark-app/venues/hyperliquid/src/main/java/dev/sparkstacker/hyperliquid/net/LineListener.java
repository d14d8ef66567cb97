package dev.sparkstacker.hyperliquid.net;

/** What is heard on a websocket. */
public interface LineListener {
    /** A piece of a text frame. */
    void text(CharSequence data, boolean last);

    /** A piece of a binary frame. */
    void binary(boolean last);

    /** The other side closed; nothing follows. */
    void closed(int status, String reason);

    /** The connection broke; nothing follows. */
    void failed(Throwable error);
}
