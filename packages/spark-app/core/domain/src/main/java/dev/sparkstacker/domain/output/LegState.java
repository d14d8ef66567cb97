package dev.sparkstacker.domain.output;

/**
 * The life of one leg's sub-position.
 *
 * <pre>
 *  FLAT ─► ENTERING ─► OPENING ─► OPEN ─► EXITING ─► FLAT
 *            │           │                  ▲
 *            └─► FLAT    └──────────────────┘ (protection missing, linked leg failed)
 * </pre>
 */
public enum LegState {
    FLAT,
    /** An entry order works or is unanswered. */
    ENTERING,
    /** Filled; its stop and target are not both seen resting. */
    OPENING,
    /** Filled and protected. */
    OPEN,
    /** Reduce-only exits work until the size is zero. */
    EXITING
}
