package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import java.util.List;

/** What a process that ends leaves at the venue, as far as its fills and orders say. */
enum OpenPositions {
    /** Nothing is open. */
    NONE,
    /** Every position rests on its stop and target. */
    PROTECTED,
    /** An entry or an exit works, or a stop is not seen resting. */
    UNSETTLED;

    static OpenPositions of(List<Output.LegChanged> openLegs) {
        if (openLegs.isEmpty()) {
            return NONE;
        }
        return openLegs.stream().allMatch(leg -> leg.state() == LegState.OPEN) ? PROTECTED : UNSETTLED;
    }

    /** Whether there is nothing to wait for any more. */
    boolean isAtRest(boolean toBeFlat) {
        return switch (this) {
            case NONE -> true;
            case PROTECTED -> !toBeFlat;
            case UNSETTLED -> false;
        };
    }
}
