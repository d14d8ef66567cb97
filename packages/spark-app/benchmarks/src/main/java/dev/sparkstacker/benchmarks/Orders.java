package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.command.Command;

/** Takes the orders that an engine sends. */
@FunctionalInterface
interface Orders {
    /** Orders that leave. */
    void submit(Command.PlaceOrders place);

    /** Orders that will leave once their cause is on the disk. */
    default void prepare(Command.PlaceOrders place) {
        // One thread that signs what leaves has nothing to do in advance.
    }
}
