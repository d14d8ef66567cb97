package dev.sparkstacker.sandbox.fault;

/** What goes wrong. */
public sealed interface Fault {
    /** Held back for a machine time in milliseconds. */
    record Delay(long machineMs) implements Fault {}

    /** Lost before it was read: not executed, no answer, connection closed; a websocket frame just vanishes. */
    record Drop() implements Fault {}

    /** The connection is cut without a close frame. */
    record Disconnect() implements Fault {}

    /** HTTP 429 with body {@code null}; not executed. */
    record RateLimited() implements Fault {}

    /** HTTP 500 with body {@code null}; not executed. */
    record ServerError() implements Fault {}

    /** Executed, but the connection is cut instead of an answer. */
    record LostReply() implements Fault {}

    /** Executed, but the answer is a gateway's HTML page with status 502. */
    record HtmlPage() implements Fault {}

    /** Executed, but the connection is cut after half of the answer. */
    record TruncatedReply() implements Fault {}

    /**
     * Reads a fault by name.
     *
     * @param name delay, drop, disconnect, rateLimited, serverError, lostReply, htmlPage or truncatedReply
     * @param machineMs length of a delay
     * @throws IllegalArgumentException for another name
     */
    static Fault of(String name, long machineMs) {
        return switch (name) {
            case "delay" -> new Delay(machineMs);
            case "drop" -> new Drop();
            case "disconnect" -> new Disconnect();
            case "rateLimited" -> new RateLimited();
            case "serverError" -> new ServerError();
            case "lostReply" -> new LostReply();
            case "htmlPage" -> new HtmlPage();
            case "truncatedReply" -> new TruncatedReply();
            default ->
                throw new IllegalArgumentException("Not a fault: '" + name
                        + "' (delay, drop, disconnect, rateLimited, serverError, lostReply, htmlPage, truncatedReply)");
        };
    }
}
