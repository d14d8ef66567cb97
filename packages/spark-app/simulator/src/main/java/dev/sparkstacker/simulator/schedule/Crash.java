package dev.sparkstacker.simulator.schedule;

/** The process was killed: unwinds whatever it was doing. Product code must not catch it, as no code survives a kill. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash(String where) {
        super("killed at " + where, null, false, false);
    }
}
