@NullMarked
package dev.sparkstacker.backtest.export;

import org.jspecify.annotations.NullMarked;
