/** Tests of import and recording of market data. */
@NullMarked
package dev.sparkstacker.app.tools.backtest;

import org.jspecify.annotations.NullMarked;
