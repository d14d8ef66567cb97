package dev.sparkstacker.hyperliquid.socket;

/** What a connection's owner does with what it hears. Frames come one at a time, in order. */
public interface FrameHandler {
    /** A whole text frame. Must not throw: a frame that cannot be read is reported, not raised. */
    Heard frame(String text);

    /** A frame that could not be taken in whole, such as one beyond the size limit. */
    void unreadable(String reason, String detail);

    /** The connection is open and every subscription is acknowledged. */
    void up();

    /** The connection is gone, or an attempt to open it failed; told for each attempt. */
    void down(String detail);

    /** What a frame meant for the connection itself. */
    enum Heard {
        /** Data, or nothing of interest. */
        DATA,
        /** The answer to a ping. */
        PONG,
        /** A subscription was acknowledged. */
        ACKNOWLEDGED
    }
}
