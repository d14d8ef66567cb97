package dev.sparkstacker.backtest.result;

import java.util.Locale;

/**
 * How real a part of the simulated market is.
 *
 * @param what the part, such as {@code prices} or {@code depth}
 * @param text one sentence for people
 */
public record Label(String what, Kind kind, String text) {
    /** How real something is. */
    public enum Kind {
        /** Real prints or quotes of a venue. */
        RECORDED,
        /** Made up by a stated model from recorded data. */
        MODELLED,
        /** Made up altogether. */
        SYNTHETIC,
        /** A value somebody configured. */
        CONFIGURED,
        /** Not part of the simulation. */
        ABSENT;

        /** As it is shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
