/** The time the simulated venue lives in. */
@NullMarked
package dev.sparkstacker.sandbox.clock;

import org.jspecify.annotations.NullMarked;
