/** Bugs that somebody could write, put between the product and its world to see whether they are found. */
@NullMarked
package dev.sparkstacker.simulator.plants;

import org.jspecify.annotations.NullMarked;
