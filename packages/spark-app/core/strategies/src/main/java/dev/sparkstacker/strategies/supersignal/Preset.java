package dev.sparkstacker.strategies.supersignal;

/** Which of the four components an entry needs. */
public enum Preset {
    /** All four oscillators in the zone, divergence, location on the matching side, and rotation. */
    STRICT,
    /** Fast and medium oscillator in the zone, rotation, and divergence or location. */
    RELAXED,
    /** Divergence and rotation only, rotation without its second half: for comparison. */
    LEGACY
}
