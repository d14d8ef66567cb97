package dev.sparkstacker.engine;

import dev.sparkstacker.domain.output.ExitReason;

/** Hears what a leg went through, to act on the leg linked to it. */
interface LegListener {
    /** The entry order is settled and the leg holds a position. */
    void onEntered(Turn turn, Leg leg);

    /** The entry order is settled and nothing was bought or sold. */
    void onEntryFailed(Turn turn, Leg leg, String detail);

    /** The position is closed. */
    void onFlat(Turn turn, Leg leg, ExitReason reason);
}
