@NullMarked
package dev.sparkstacker.backtest.stats;

import org.jspecify.annotations.NullMarked;
