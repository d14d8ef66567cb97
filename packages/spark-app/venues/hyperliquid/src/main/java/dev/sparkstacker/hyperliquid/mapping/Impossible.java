package dev.sparkstacker.hyperliquid.mapping;

/** A message of the right shape with a value that cannot be. Checked, so that nobody forgets it. */
public final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;

    public Impossible(String message) {
        super(message);
    }

    /** Runs a conversion; what it refuses becomes an {@link Impossible} that names the thing. */
    static <T> T guard(String what, Conversion<T> conversion) throws Impossible {
        try {
            return conversion.convert();
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Impossible(what + ": " + e.getMessage());
        }
    }

    /** A conversion that may refuse. */
    @FunctionalInterface
    interface Conversion<T> {
        T convert() throws Impossible;
    }
}
