@NullMarked
package dev.sparkstacker.backtest.result;

import org.jspecify.annotations.NullMarked;
