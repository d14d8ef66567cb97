package dev.sparkstacker.simulator.check;

/** Something that must hold does not. */
public final class InvariantBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    /**
     * @param invariant its name, a few words
     * @param detail what was seen instead
     */
    public InvariantBroken(String invariant, String detail) {
        super(invariant + ": " + detail);
        this.invariant = invariant;
    }

    public InvariantBroken(String invariant, Throwable cause) {
        super(invariant + ": " + cause, cause);
        this.invariant = invariant;
    }

    /** Its name. */
    public String invariant() {
        return invariant;
    }
}
