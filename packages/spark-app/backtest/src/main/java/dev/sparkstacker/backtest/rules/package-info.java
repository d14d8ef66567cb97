/** The rules of the markets that a backtest knows: a table of our own, with its date. */
@NullMarked
package dev.sparkstacker.backtest.rules;

import org.jspecify.annotations.NullMarked;
