/** What a run was worth: definitions with their sources, computed in doubles, never fed back into trading. */
@NullMarked
package dev.sparkstacker.backtest.stats;

import org.jspecify.annotations.NullMarked;
