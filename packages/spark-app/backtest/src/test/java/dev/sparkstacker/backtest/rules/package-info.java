@NullMarked
package dev.sparkstacker.backtest.rules;

import org.jspecify.annotations.NullMarked;
