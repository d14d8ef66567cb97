package dev.sparkstacker.app.control;

/** The answer to one request. */
public sealed interface ControlReply {
    /** To a query. */
    record Shown(View view) implements ControlReply {}

    /** To an act. */
    record Done(ControlHandler.Outcome outcome) implements ControlReply {}

    /** The request could not be understood or answered. */
    record Failed(String message) implements ControlReply {}
}
