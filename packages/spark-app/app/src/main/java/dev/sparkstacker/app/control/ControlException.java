package dev.sparkstacker.app.control;

/** The control socket cannot be used as asked. */
public final class ControlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong, as far as a caller acts on it. */
    public enum Kind {
        /** Nobody listens. */
        NOT_RUNNING,
        /** Somebody already listens. */
        ALREADY_RUNNING,
        /** The socket cannot be made or spoken to. */
        FAILED
    }

    public ControlException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ControlException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
