/** Several runs side by side, from their files. */
@NullMarked
package dev.sparkstacker.backtest.compare;

import org.jspecify.annotations.NullMarked;
