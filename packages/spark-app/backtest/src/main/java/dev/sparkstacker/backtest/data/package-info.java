/** Recorded markets from files: read, checked row by row, never mended or made up. */
@NullMarked
package dev.sparkstacker.backtest.data;

import org.jspecify.annotations.NullMarked;
