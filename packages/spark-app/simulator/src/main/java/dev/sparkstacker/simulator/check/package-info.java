/** What must hold, judged by the venue's own books. */
@NullMarked
package dev.sparkstacker.simulator.check;

import org.jspecify.annotations.NullMarked;
