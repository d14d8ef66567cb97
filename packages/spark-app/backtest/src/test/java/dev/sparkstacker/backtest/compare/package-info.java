@NullMarked
package dev.sparkstacker.backtest.compare;

import org.jspecify.annotations.NullMarked;
