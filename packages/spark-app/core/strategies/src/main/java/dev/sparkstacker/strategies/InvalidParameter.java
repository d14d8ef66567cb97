package dev.sparkstacker.strategies;

/** A value that a strategy cannot be made with: which parameter it is, what is wrong with it, and what would be right. */
public final class InvalidParameter extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String what;
    private final String remedy;

    /**
     * Names it.
     *
     * @param what what is wrong, without a full stop
     * @param remedy what would be right, a sentence
     */
    public InvalidParameter(String parameter, String what, String remedy) {
        super(parameter + ": " + what + ". " + remedy);
        this.parameter = parameter;
        this.what = what;
        this.remedy = remedy;
    }

    /** The parameter's name. */
    public String parameter() {
        return parameter;
    }

    /** What is wrong, without a full stop. */
    public String what() {
        return what;
    }

    /** What would be right, a sentence. */
    public String remedy() {
        return remedy;
    }
}
