@NullMarked
package dev.sparkstacker.backtest.data;

import org.jspecify.annotations.NullMarked;
