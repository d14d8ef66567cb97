/** The whole system under a seed: worlds, faults, checkers, coverage. */
@NullMarked
package dev.sparkstacker.simulator;

import org.jspecify.annotations.NullMarked;
