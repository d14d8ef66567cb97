/** Recorded markets through the same engine as live, against the simulated venue in the same process. */
@NullMarked
package dev.sparkstacker.backtest.run;

import org.jspecify.annotations.NullMarked;
