package dev.sparkstacker.sandbox.clock;

/** The machine's clock, injectable for tests. */
@FunctionalInterface
public interface MachineClock {
    /** Milliseconds since the UTC epoch. */
    long millis();

    /** The real one. */
    static MachineClock system() {
        return System::currentTimeMillis;
    }
}
