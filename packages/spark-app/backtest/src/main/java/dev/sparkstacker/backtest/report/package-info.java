/** A run, and several runs beside each other, as one HTML file each that needs nothing else: no network, no other file. */
@NullMarked
package dev.sparkstacker.backtest.report;

import org.jspecify.annotations.NullMarked;
