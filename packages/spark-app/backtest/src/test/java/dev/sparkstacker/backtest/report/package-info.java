@NullMarked
package dev.sparkstacker.backtest.report;

import org.jspecify.annotations.NullMarked;
