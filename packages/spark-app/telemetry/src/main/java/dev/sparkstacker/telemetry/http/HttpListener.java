package dev.sparkstacker.telemetry.http;

/** Hears what a server refuses and what fails in it. */
public interface HttpListener {
    /** A protected page was refused. */
    void denied(String path, String remote, String reason);

    /** A page could not be made. */
    void failed(String path, Exception error);
}
