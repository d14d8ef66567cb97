/** What the connector runs on: clocks, tasks and waiting, as a port, so that a simulation can stand in for the machine. */
@NullMarked
package dev.sparkstacker.hyperliquid.machine;

import org.jspecify.annotations.NullMarked;
