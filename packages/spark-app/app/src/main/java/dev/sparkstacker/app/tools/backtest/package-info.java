/** Backtests for the command line: from what a person asked for to a run and its folder. */
@NullMarked
package dev.sparkstacker.app.tools.backtest;

import org.jspecify.annotations.NullMarked;
