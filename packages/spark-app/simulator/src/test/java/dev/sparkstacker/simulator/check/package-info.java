/** The simulator's own judges, judged. */
@NullMarked
package dev.sparkstacker.simulator.check;

import org.jspecify.annotations.NullMarked;
