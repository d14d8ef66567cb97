package dev.sparkstacker.app.control;

/** What the running instance does with requests; called on the thread of the client, never on the engine's. */
public interface ControlHandler {
    /** Answers a question from the newest state. */
    View answer(ControlRequest.Query query);

    /**
     * Does something, and returns once it is accepted or refused.
     *
     * @param operator who asks, {@code cli:alice}
     */
    Outcome act(ControlRequest.Act act, String operator);

    /**
     * What came of an act.
     *
     * @param accepted whether it is done or being done
     * @param message what happens now, or why it was refused and what would be right
     */
    record Outcome(boolean accepted, String message) {}
}
