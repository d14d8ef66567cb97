/** A run's files: written beside their place and moved there whole, or not at all. */
@NullMarked
package dev.sparkstacker.backtest.export;

import org.jspecify.annotations.NullMarked;
