package dev.sparkstacker.sandbox.server;

/** The client's end of a websocket connection, as the venue sees it. None of its methods may block or call back. */
public interface WsPeer {
    /** Carries a text frame to the client. */
    void send(String frame);

    /** Ends the connection in order. */
    void close(int status, String reason);

    /** Ends the connection without a close frame. */
    void cut();
}
