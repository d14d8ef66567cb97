/** Campaigns against the whole product in a simulated world, each with one kind of trouble. */
@NullMarked
package dev.sparkstacker.simulator.world;

import org.jspecify.annotations.NullMarked;
