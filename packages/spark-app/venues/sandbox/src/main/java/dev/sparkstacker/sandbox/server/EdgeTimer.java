package dev.sparkstacker.sandbox.server;

/**
 * Time at the venue's edges: what is held back there is let go by it. Behind sockets it is the machine's; where the
 * venue is driven by hand it is the venue's.
 */
public interface EdgeTimer {
    /** Milliseconds since some moment; never goes back. */
    long nowMs();

    /** Does work after so many milliseconds, once; work of one moment in the order in which it was handed in. */
    void after(long ms, Runnable work);
}
