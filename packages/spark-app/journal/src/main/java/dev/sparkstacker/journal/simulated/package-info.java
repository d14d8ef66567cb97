/** A disk that fails, tears and forgets on demand: for tests of everything that keeps its promises on a disk. */
@NullMarked
package dev.sparkstacker.journal.simulated;

import org.jspecify.annotations.NullMarked;
