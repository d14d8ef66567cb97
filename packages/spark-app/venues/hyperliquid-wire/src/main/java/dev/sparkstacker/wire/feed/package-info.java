/** The hot path: market data frames to fixed-point numbers without garbage. */
@NullMarked
package dev.sparkstacker.wire.feed;

import org.jspecify.annotations.NullMarked;
