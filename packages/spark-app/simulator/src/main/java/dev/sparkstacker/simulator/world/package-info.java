/** The simulated world: venue, network, disk, process, people, and what goes wrong with them. */
@NullMarked
package dev.sparkstacker.simulator.world;

import org.jspecify.annotations.NullMarked;
