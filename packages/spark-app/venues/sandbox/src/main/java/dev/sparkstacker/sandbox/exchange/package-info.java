/** The deterministic exchange: matching, margin, funding and liquidation, without a clock, threads or I/O. */
@NullMarked
package dev.sparkstacker.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
