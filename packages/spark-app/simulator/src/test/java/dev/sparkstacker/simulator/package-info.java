/** The simulator's own tests: it repeats, it holds, and it finds what was planted. */
@NullMarked
package dev.sparkstacker.simulator;

import org.jspecify.annotations.NullMarked;
