@NullMarked
package dev.sparkstacker.backtest.run;

import org.jspecify.annotations.NullMarked;
