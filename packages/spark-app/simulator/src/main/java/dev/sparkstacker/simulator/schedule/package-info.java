/** Virtual time: one timeline, tasks that run one at a time, a machine for the connector. */
@NullMarked
package dev.sparkstacker.simulator.schedule;

import org.jspecify.annotations.NullMarked;
